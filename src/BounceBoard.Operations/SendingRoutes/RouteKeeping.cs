using System.Net;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.SendingRoutes;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.SendingRoutes;

namespace BounceBoard.Operations.SendingRoutes;

/// <summary>Makes the row of a draft that was checked: what its kind has no use for is left out, its secrets are sealed.</summary>
internal sealed class RouteKeeping(SendingRouteSeal seal)
{
    /// <param name="before">The route that is changed; null for a new one.</param>
    /// <param name="secret">A new secret for a webhook; null keeps the one there is.</param>
    public SendingRouteRow Row(
        TenantId tenant, long id, SendingRouteDraft draft, SendingRouteRow? before, string? secret, DateTimeOffset now)
    {
        var row = new SendingRouteRow
        {
            Id = id,
            Name = draft.Name.Trim(),
            Kind = draft.Kind,
            Revision = before?.Revision ?? 1,
            Enabled = before?.Enabled ?? true,
            SenderDomains = string.Join('\n', SenderCheck.Lines(draft.SenderDomains).Select(line => DomainName.Parse(line).Value).Distinct()),
            ReturnPrefix = draft.ReturnPrefix.Trim(),
            Pool = draft.Pool.Length == 0 ? null : draft.Pool,
            PoolHeader = draft.PoolHeader.Trim(),
            RatePerMinute = draft.RatePerMinute,
            PerDay = draft.PerDay,
            CreatedAt = before?.CreatedAt ?? now,
        };
        return draft.Kind switch
        {
            SendingRouteKind.Submission => OfMail(tenant, OfHost(tenant, row, draft, before), draft, before),
            SendingRouteKind.Direct => OfMail(tenant, row, draft, before),
            SendingRouteKind.Export => row,
            SendingRouteKind.Webhook => row with
            {
                Webhook = draft.Webhook.Trim(),
                SecretSealed = secret is null ? before?.SecretSealed : seal.CloseSecret(tenant, id, secret),
            },
        };
    }

    /// <summary>The same with another secret.</summary>
    public SendingRouteRow Resealed(TenantId tenant, SendingRouteRow row, string secret) =>
        row with { SecretSealed = seal.CloseSecret(tenant, row.Id, secret) };

    private SendingRouteRow OfHost(TenantId tenant, SendingRouteRow row, SendingRouteDraft draft, SendingRouteRow? before) => row with
    {
        Host = draft.Host.Trim(),
        Port = draft.Port,
        Tls = draft.Tls,
        UserName = draft.UserName.Trim(),
        PasswordSealed = draft.UserName.Trim().Length == 0 ? null
            : HostCheck.KeepsPassword(draft, before) ? before?.PasswordSealed
            : seal.ClosePassword(tenant, row.Id, draft.Password),
    };

    private SendingRouteRow OfMail(TenantId tenant, SendingRouteRow row, SendingRouteDraft draft, SendingRouteRow? before)
    {
        var signs = draft.DkimDomain.Trim().Length > 0;
        return row with
        {
            Helo = draft.Helo.Trim(),
            SourceIp = IPAddress.TryParse(draft.SourceIp.Trim(), out var source) ? source : null,
            DkimDomain = signs ? DomainName.Parse(draft.DkimDomain).Value : "",
            DkimSelector = signs ? draft.DkimSelector.Trim() : "",
            DkimKeySealed = !signs ? null
                : DkimCheck.KeepsKey(draft, before) ? before?.DkimKeySealed
                : seal.CloseDkimKey(tenant, row.Id, draft.DkimKey),
            TestMailbox = draft.TestMailbox.Trim(),
        };
    }
}
