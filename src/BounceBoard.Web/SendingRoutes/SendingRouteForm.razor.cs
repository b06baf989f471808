using BounceBoard.Core.SendingRoutes;
using BounceBoard.Operations.SendingRoutes;
using BounceBoard.Operations.Tenants;
using BounceBoard.Storage.SendingRoutes;
using Microsoft.AspNetCore.Components;

namespace BounceBoard.Web.SendingRoutes;

/// <summary>Adds or changes one route; keeps what was typed when it is refused. Secrets are never filled in: an empty field keeps the one there is.</summary>
public sealed partial class SendingRouteForm
{
    private long? _filled;

    [CascadingParameter] private TenantContext Tenant { get; set; } = null!;

    /// <summary>The route to change; null adds one.</summary>
    [Parameter] public SendingRouteRow? Row { get; set; }

    /// <summary>Domains of the tenant.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<string> Domains { get; set; }

    /// <summary>Names of its sender pools.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<string> Pools { get; set; }

    [Parameter] public bool AllowsDirect { get; set; }

    /// <summary>Answers why it was refused, or null.</summary>
    [Parameter, EditorRequired] public required Func<long?, SendingRouteDraft, Task<string?>> Save { get; set; }

    private string Name { get; set; } = "";

    private SendingRouteKind Kind { get; set; } = SendingRouteKind.Submission;

    private string SenderDomains { get; set; } = "";

    private HostEntry Host { get; set; } = new();

    private DkimEntry Dkim { get; set; } = new();

    private string Webhook { get; set; } = "";

    private string TestMailbox { get; set; } = "";

    private int RatePerMinute { get; set; } = 10;

    private int PerDay { get; set; } = 500;

    private string ReturnPrefix { get; set; } = "retry";

    private string Pool { get; set; } = "";

    private string PoolHeader { get; set; } = "";

    private string Helo { get; set; } = "";

    private string SourceIp { get; set; } = "";

    private string? Problem { get; set; }

    private bool IsMail => Kind is SendingRouteKind.Submission or SendingRouteKind.Direct;

    private bool HasMore => Row is { } row && (row.Pool is not null || row.Helo.Length > 0 || row.DkimDomain.Length > 0 || row.SourceIp is not null);

    private IEnumerable<SendingRouteKind> Kinds =>
        Enum.GetValues<SendingRouteKind>().Where(kind => kind != SendingRouteKind.Direct || AllowsDirect || Row?.Kind == kind);

    private string DomainHint => Domains.Count == 0
        ? "This tenant has no domains yet: add them on the page of domains first."
        : $"Domains of this tenant, or below them: {string.Join(", ", Domains)}.";

    private string Back => $"/t/{Tenant.Tenant.Slug}/settings/sending";

    protected override void OnParametersSet()
    {
        if (Row is { } row && _filled != row.Id)
        {
            Fill(row);
        }
    }

    private void Fill(SendingRouteRow row)
    {
        (_filled, Name, Kind, SenderDomains, Webhook, TestMailbox) = (row.Id, row.Name, row.Kind, row.SenderDomains, row.Webhook, row.TestMailbox);
        (RatePerMinute, PerDay, ReturnPrefix, Pool, PoolHeader) = (row.RatePerMinute, row.PerDay, row.ReturnPrefix, row.Pool ?? "", row.PoolHeader);
        (Helo, SourceIp) = (row.Helo, row.SourceIp?.ToString() ?? "");
        Host = new HostEntry { Host = row.Host, Port = row.Port, Tls = row.Tls, UserName = row.UserName };
        Dkim = new DkimEntry { Domain = row.DkimDomain, Selector = row.DkimSelector };
    }

    private async Task SaveAsync()
    {
        Problem = await Save(Row?.Id, Draft());
        if (Problem is null)
        {
            (Host.Password, Dkim.Key) = ("", "");
            if (Row is null)
            {
                (Name, Webhook, Host, Dkim) = ("", "", new HostEntry(), new DkimEntry());
            }
        }
    }

    private SendingRouteDraft Draft() => new()
    {
        Name = Name,
        Kind = Kind,
        Host = Host.Host,
        Port = Host.Port,
        Tls = Host.Tls,
        UserName = Host.UserName,
        Password = Host.Password,
        SenderDomains = SenderDomains,
        ReturnPrefix = ReturnPrefix,
        Helo = Helo,
        SourceIp = SourceIp,
        Pool = Pool,
        PoolHeader = PoolHeader,
        DkimDomain = Dkim.Domain,
        DkimSelector = Dkim.Selector,
        DkimKey = Dkim.Key,
        Webhook = Webhook,
        RatePerMinute = RatePerMinute,
        PerDay = PerDay,
        TestMailbox = TestMailbox,
    };
}
