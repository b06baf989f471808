using System.Net;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.SendingRoutes;
using BounceBoard.Operations.Outside;
using BounceBoard.Storage.SendingRoutes;

namespace BounceBoard.Operations.SendingRoutes;

/// <summary>Says what is wrong with a route before it is kept.</summary>
internal static class SendingRouteCheck
{
    private const int MostRoutes = 20;
    private const int MostName = 100;
    private const int MostWebhook = 2000;
    private const int MostPerMinute = 600;
    private const int MostPerDay = 100_000;

    /// <param name="before">The route that is changed; null for a new one.</param>
    /// <returns>Null when it can be kept.</returns>
    public static string? Problem(SendingRouteDraft draft, SendingRouteRow? before, IReadOnlyList<SendingRouteRow> known, TenantSide side) =>
        NameProblem(draft, before, known)
        ?? SenderCheck.Problem(draft, side)
        ?? LimitProblem(draft)
        ?? draft.Kind switch
        {
            SendingRouteKind.Submission => HostCheck.Problem(draft, before) ?? MailProblem(draft, before, side),
            SendingRouteKind.Direct when !side.AllowsDirect =>
                "This installation does not send straight to the MX of recipients. Its owner sets Retries:AllowDirect to true when port 25 is open and the addresses of this machine may send.",
            SendingRouteKind.Direct => MailProblem(draft, before, side),
            SendingRouteKind.Export => null,
            SendingRouteKind.Webhook => WebhookProblem(draft),
        };

    private static string? NameProblem(SendingRouteDraft draft, SendingRouteRow? before, IReadOnlyList<SendingRouteRow> known)
    {
        if (draft.Name.Trim() is not { Length: >= 1 and <= MostName } name || name.Any(char.IsControl))
        {
            return $"A route has a name of 1 to {MostName} characters.";
        }
        if (known.Any(other => other.Id != before?.Id && string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase)))
        {
            return $"There is a route '{name}' already. Choose another name.";
        }
        return before is null && known.Count >= MostRoutes ? $"A tenant has at most {MostRoutes} routes for retries. Remove one first." : null;
    }

    private static string? LimitProblem(SendingRouteDraft draft) =>
        draft.RatePerMinute is < 1 or > MostPerMinute ? $"The pace is 1 to {MostPerMinute} mails a minute."
        : draft.PerDay is < 1 or > MostPerDay ? $"The most mails of a day is 1 to {MostPerDay:N0}."
        : null;

    private static string? MailProblem(SendingRouteDraft draft, SendingRouteRow? before, TenantSide side) =>
        draft.Helo.Trim() is { Length: > 0 } helo && (!DomainName.TryParse(helo, out var name) || !name.Value.Contains('.', StringComparison.Ordinal))
            ? $"'{helo}' is no full host name for EHLO. Write one like retry.example.net, or leave it empty."
        : draft.SourceIp.Trim() is { Length: > 0 } source && !IPAddress.TryParse(source, out _)
            ? $"'{source}' is no IP address to send from. Leave it empty to let the machine choose."
        : DkimCheck.Problem(draft, before, side) ?? MailboxProblem(draft.TestMailbox.Trim(), side);

    private static string? MailboxProblem(string mailbox, TenantSide side) =>
        mailbox.Length == 0 ? null
        : !EmailAddress.TryParse(mailbox, out var address) ? $"'{mailbox}' is no mail address for tests."
        : !side.Owns(address.Domain) ? $"Tests go to an own mailbox only: {address.Domain.Display} is none of this tenant's domains ({side.List})."
        : null;

    private static string? WebhookProblem(SendingRouteDraft draft) =>
        draft.Webhook.Length > MostWebhook || !Uri.TryCreate(draft.Webhook.Trim(), UriKind.Absolute, out var address)
            ? "Write the whole address, like https://hooks.example.net/retries."
            : GuardedHttp.Problem(address);
}
