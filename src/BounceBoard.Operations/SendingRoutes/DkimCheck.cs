using BounceBoard.Core.Addresses;
using BounceBoard.Mail.Sending.Retries;
using BounceBoard.Storage.SendingRoutes;

namespace BounceBoard.Operations.SendingRoutes;

/// <summary>Says what is wrong with the signature that a route puts on its mails.</summary>
internal static class DkimCheck
{
    private const int MostKey = 20_000;

    public static string? Problem(SendingRouteDraft draft, SendingRouteRow? before, TenantSide side)
    {
        var (domain, selector) = (draft.DkimDomain.Trim(), draft.DkimSelector.Trim());
        if (domain.Length == 0 && selector.Length == 0)
        {
            return draft.DkimKey.Trim().Length == 0 ? null : "A DKIM key needs its domain and its selector.";
        }
        if (!DomainName.TryParse(domain, out var signing))
        {
            return "DKIM needs a domain, a selector and a key; leave all three empty when the relay signs.";
        }
        if (!side.Owns(signing))
        {
            return $"{signing.Display} is no domain of this tenant, so nothing is signed for it. Known: {side.List}.";
        }
        if (draft.DkimKey.Trim().Length == 0)
        {
            return KeepsKey(draft, before) ? null : "Paste the private key of this domain and selector.";
        }
        return draft.DkimKey.Length > MostKey ? "This is too long for a private key."
            : DkimKey.TryRead(draft.DkimKey, domain, selector, out _, out var fault) ? null
            : $"DKIM: {fault}";
    }

    public static bool KeepsKey(SendingRouteDraft draft, SendingRouteRow? before) =>
        draft.DkimKey.Trim().Length == 0 && draft.DkimDomain.Trim().Length > 0 && before?.DkimKeySealed is not null
        && DomainName.TryParse(draft.DkimDomain, out var domain) && before.DkimDomain == domain.Value && before.DkimSelector == draft.DkimSelector.Trim();
}
