using System.Globalization;
using BounceBoard.Core.Tenants;
using BounceBoard.Core.Webhooks;
using BounceBoard.Operations.Sources;
using BounceBoard.Operations.Tenants;
using BounceBoard.Storage.Evidence;
using BounceBoard.Storage.Sources;
using BounceBoard.Storage.Webhooks;
using BounceBoard.Web.Layout;
using Microsoft.AspNetCore.Components;

namespace BounceBoard.Web.Sources;

/// <summary>Where a tenant's evidence comes from, with what became of it.</summary>
public sealed partial class SourcesPage
{
    [CascadingParameter] private TenantContext Tenant { get; set; } = null!;

    [CascadingParameter] private Visit Visit { get; set; } = null!;

    [Inject] private SourceReader Reader { get; set; } = null!;

    [Inject] private WebhookReader Webhooks { get; set; } = null!;

    [Inject] private EvidenceReader Evidence { get; set; } = null!;

    [Inject] private SourceAdministration Administration { get; set; } = null!;

    [Parameter] public string Slug { get; set; } = "";

    private IReadOnlyList<(SourceRow Source, SourceIntakeRow? Counts, WebhookProvider? Webhook)>? Rows { get; set; }

    private string Name { get; set; } = "";

    private string Folder { get; set; } = "";

    private string? Problem { get; set; }

    private bool Locked => !Tenant.Can(TenantAction.ConfigureSources);

    protected override Task OnInitializedAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        var sources = await Reader.ListAsync(Tenant.Tenant.Id, CancellationToken.None);
        var counts = (await Evidence.CountsBySourceAsync(Tenant.Tenant.Id, CancellationToken.None)).ToDictionary(row => row.SourceId);
        var webhooks = (await Webhooks.ListAsync(Tenant.Tenant.Id, CancellationToken.None)).ToDictionary(row => row.SourceId, row => (WebhookProvider?)row.Provider);
        Rows = [.. sources.Select(source => (source, counts.GetValueOrDefault(source.Id), webhooks.GetValueOrDefault(source.Id)))];
    }

    private async Task AddAsync()
    {
        var result = await Administration.AddDropFolderAsync(Visit.Actor, Tenant.Tenant.Id, Name, Folder.Trim(), CancellationToken.None);
        Problem = result.Problem;
        if (Problem is null)
        {
            (Name, Folder) = ("", "");
            await ReadAsync();
        }
    }

    private async Task RemoveAsync(SourceRow source)
    {
        Problem = (await Administration.RemoveDropFolderAsync(Visit.Actor, Tenant.Tenant.Id, source.Id, CancellationToken.None)).Problem;
        await ReadAsync();
    }

    private static string Number(long? count) => (count ?? 0).ToString("N0", CultureInfo.InvariantCulture);
}
