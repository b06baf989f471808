using BounceBoard.Core.Addresses;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations;
using BounceBoard.Operations.Domains.Exams;
using BounceBoard.Operations.Tenants;
using BounceBoard.Web.Domains.Health;
using Microsoft.AspNetCore.Components;

namespace BounceBoard.Web.Domains;

/// <summary>One sending domain: its health with every reason, its history, and each record as every resolver sees it.</summary>
public sealed partial class DomainPage(HealthReading reading, DomainViews domains, NavigationManager navigation) : IDisposable
{
    private static readonly ChangeKind[] Watched = [ChangeKind.Domains];
    private readonly CancellationTokenSource _left = new();
    private HealthView? _health;
    private DomainView? _records;
    private string? _read;

    [CascadingParameter]
    public required TenantContext Tenant { get; set; }

    [Parameter]
    public required string Slug { get; set; }

    [Parameter]
    public required string Name { get; set; }

    [SupplyParameterFromQuery]
    public string? Part { get; set; }

    private DomainUrl Url => DomainUrl.Read(Slug, Name, Part);

    private DomainName Domain => DomainName.Parse(Name);

    private IReadOnlyList<(string Text, string Href)> Crumbs =>
        [(Tenant.Tenant.Name, $"/t/{Slug}"), ("Domains", $"/t/{Slug}/domains")];

    private IEnumerable<DomainPart> Parts =>
        Enum.GetValues<DomainPart>().Where(part => part != DomainPart.Settings || Tenant.Can(TenantAction.ManageDomains));

    private string NotYet => Tenant.Tenant.IsDemo
        ? "Sample data carries recorded DNS answers and no examination. Under “By resolver” stands what was recorded."
        : "Its records, mail servers and blocklists are looked at soon after it was added, then daily; DNS hourly.";

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    // Another part shows other pieces of the same reading.
    protected override Task OnParametersSetAsync()
    {
        var read = $"{Slug}/{Name}";
        if (_read == read)
        {
            return Task.CompletedTask;
        }
        (_read, _health, _records) = (read, null, null);
        return ReadAsync();
    }

    private async Task ReadAsync()
    {
        var records = await domains.FindAsync(Tenant.Tenant.Id, Name, _left.Token);
        var health = records is null ? null : await reading.FindAsync(Tenant.Tenant.Id, DomainName.Parse(Name), _left.Token);
        if (health is null)
        {
            navigation.NotFound();
            return;
        }
        (_health, _records) = (health, records);
    }

    private static string Title(DomainPart part, HealthView view) => part switch
    {
        DomainPart.Issues => view.Health is { } health ? $"Score and issues ({HealthWords.Number(health.Issues.Count())})" : "Score and issues",
        DomainPart.Authentication => "SPF, DKIM, DMARC",
        DomainPart.MailServers => "Mail servers",
        DomainPart.Blocklists => "Blocklists",
        DomainPart.History => "History",
        DomainPart.Resolvers => "By resolver",
        DomainPart.Settings => "Settings",
    };
}
