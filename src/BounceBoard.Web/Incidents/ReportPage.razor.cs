using System.Globalization;
using BounceBoard.Core.Verdicts;
using BounceBoard.Operations.Tenants;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.Verdicts;
using Microsoft.AspNetCore.Components;

namespace BounceBoard.Web.Incidents;

/// <summary>One incident as it is told to a client: every recipient masked, no internal note, nothing to click.</summary>
public sealed partial class ReportPage(
    IncidentModel model, IncidentTabs tabs, IncidentPersonReader people, NavigationManager navigation, TimeProvider time) : IDisposable
{
    private const int MostPeople = 50;
    private readonly CancellationTokenSource _left = new();
    private IncidentData? _data;
    private DateTimeOffset _at;
    private IReadOnlyList<IncidentPerson> _people = [];
    private IReadOnlyList<VerdictRow> _history = [];

    [CascadingParameter]
    public required TenantContext Tenant { get; set; }

    [Parameter]
    public required string Slug { get; set; }

    [Parameter]
    public long Number { get; set; }

    private IReadOnlyList<(DateTimeOffset At, string Text)> Done =>
    [
        .. Acknowledged()
            .Concat(_data?.Work.Dismissals.Select(row => (row.DismissedAt, $"Laid aside {row.Dismissal}: {row.Reason}")) ?? [])
            .OrderBy(line => line.Item1),
    ];

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_data?.Incident.Number == Number)
        {
            return;
        }
        if (await model.LoadAsync(Tenant, Number, _left.Token) is not { } data)
        {
            navigation.NotFound();
            return;
        }
        _people = await people.ListAsync(Tenant.Tenant.Id, data.Incident.Id, MostPeople, null, _left.Token);
        _history = await tabs.HistoryAsync(Tenant.Tenant.Id, data.Incident.Id, _left.Token);
        (_data, _at) = (data, time.GetUtcNow());
    }

    private IEnumerable<(DateTimeOffset, string)> Acknowledged()
    {
        if (_data?.Incident.AcknowledgedAt is { } at)
        {
            yield return (at, "Somebody took it up.");
        }
    }

    private static string Meaning(Verdict verdict) => verdict switch
    {
        Verdict.Retry => "The addresses are probably good: they are kept, and mail to them can be tried again.",
        Verdict.Investigate => "The addresses are not to blame as far as is known: they are kept while somebody finds out.",
        Verdict.Suppress => "The addresses do not exist any more: no further mail is sent to them.",
    };

    private static string Number0(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Words(long value, string one, string many) => $"{Number0(value)} {(value == 1 ? one : many)}";
}
