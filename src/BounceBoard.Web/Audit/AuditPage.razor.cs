using System.Globalization;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Audit;
using BounceBoard.Storage.Audit;
using BounceBoard.Web.Layout;
using Microsoft.AspNetCore.Components;

namespace BounceBoard.Web.Audit;

/// <summary>The audit log of one tenant, or the installation's own.</summary>
public sealed partial class AuditPage
{
    private const int PageSize = 100;

    private static readonly string[] Ways = ["web", "api", "cli", "link", "system"];

    [CascadingParameter] private Visit Visit { get; set; } = null!;

    [Inject] private AuditReader Reader { get; set; } = null!;

    [Inject] private AuditVerification Verification { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Parameter] public string? Slug { get; set; }

    [SupplyParameterFromQuery(Name = "q")] private string? Text { get; set; }

    [SupplyParameterFromQuery(Name = "actor")] private string? Who { get; set; }

    [SupplyParameterFromQuery(Name = "action")] private string? ActionName { get; set; }

    [SupplyParameterFromQuery] private string? Via { get; set; }

    [SupplyParameterFromQuery] private string? From { get; set; }

    [SupplyParameterFromQuery] private string? Until { get; set; }

    [SupplyParameterFromQuery] private long? Before { get; set; }

    private IReadOnlyList<AuditRow>? Rows { get; set; }

    private ChainReport? Chain { get; set; }

    private bool Verifying { get; set; }

    // A reader of the log needs the right, not a tenant that can be changed: an archived one is read too.
    private bool Open => Slug is null ? Visit.IsOwner : Visit.Tenant?.Can(TenantAction.ReadAudit) == true;

    private TenantId Id => Visit.Tenant?.Tenant.Id ?? TenantId.Installation;

    private string Root => Slug is null ? "/audit" : $"/t/{Slug}/audit";

    private IReadOnlyList<(string, string)> Crumbs =>
        Visit.Tenant is { } tenant ? [(tenant.Tenant.Name, $"/t/{Slug}")] : [("Tenants", "/")];

    private AuditFilter Filter => new()
    {
        Text = Value(Text),
        Actor = Value(Who),
        Action = Value(ActionName),
        Via = Value(Via),
        From = Day(From),
        Until = Day(Until)?.AddDays(1),
    };

    protected override async Task OnParametersSetAsync()
    {
        if (!Open)
        {
            Navigation.NotFound();
            return;
        }
        Rows = await Reader.ListAsync(Id, Filter, PageSize, Before, CancellationToken.None);
    }

    private async Task VerifyAsync()
    {
        Verifying = true;
        Chain = await Verification.VerifyAsync(Id, CancellationToken.None);
        Verifying = false;
    }

    private static string ChainText(ChainReport chain) => chain.Fault is { } fault
        ? $"Broken at no. {fault.Seq}: {fault.What}"
        : string.Create(CultureInfo.InvariantCulture, $"Chain holds, {chain.Rows:N0} lines");

    private static string? Value(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static DateTimeOffset? Day(string? text) =>
        DateTimeOffset.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day) ? day : null;
}
