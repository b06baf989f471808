using BounceBoard.Core.Evidence;
using BounceBoard.Operations;
using BounceBoard.Operations.Tenants;
using Microsoft.AspNetCore.Components;

namespace BounceBoard.Web.Evidence;

/// <summary>Upload and the list of everything that came in; its address is its state.</summary>
public sealed partial class EvidencePage(EvidenceListModel model) : IDisposable
{
    private static readonly ChangeKind[] Watched = [ChangeKind.Evidence];
    private static readonly EvidenceState?[] States = [null, EvidenceState.Parsed, EvidenceState.Quarantined, EvidenceState.Received];
    private readonly CancellationTokenSource _left = new();
    private EvidenceListData? _data;
    private EvidenceListUrl? _read;

    [CascadingParameter]
    public required TenantContext Tenant { get; set; }

    [Parameter]
    public required string Slug { get; set; }

    [SupplyParameterFromQuery]
    public string? State { get; set; }

    [SupplyParameterFromQuery]
    public string? Kind { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    public string? Text { get; set; }

    [SupplyParameterFromQuery]
    public string? Before { get; set; }

    private EvidenceListUrl Url => EvidenceListUrl.Read(State, Kind, Text, Before);

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    protected override Task OnParametersSetAsync()
    {
        if (_read == Url)
        {
            return Task.CompletedTask;
        }
        _read = Url;
        return ReadAsync();
    }

    private async Task ReadAsync() => _data = await model.LoadAsync(Tenant, Url, _left.Token);

    private static string Words(EvidenceState? state) => state is not { } known ? "All" : known switch
    {
        EvidenceState.Received => "Waits to be read",
        EvidenceState.Parsed => "Read",
        EvidenceState.Quarantined => "Quarantined",
    };
}
