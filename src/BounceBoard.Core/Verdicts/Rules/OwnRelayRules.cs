using BounceBoard.Core.Bounces;
using BounceBoard.Core.Endpoints;

namespace BounceBoard.Core.Verdicts.Rules;

/// <summary>Our own relay said no: the recipient's side may never have been asked.</summary>
internal static class OwnRelayRules
{
    public static IReadOnlyList<VerdictRule> All { get; } =
    [
        new("own-relay-accepts-again", c => IsOwn(c) && (c.DeliveredSince > 0 || c.Facts.DeliveredInControlledRetry) && !IsNoPermission(c.Family), c => new(
            Verdict.Retry, c.Facts.DeliveredInControlledRetry ? Confidence.High : Confidence.Medium, Cause.RelayPolicy, c.Permission?.SubCause,
            $"{c.Facts.Comparison.How} It took {Said.Deliveries(c.DeliveredSince)} since the last refusal at {Said.Time(c.Facts.IncidentLastAt ?? c.Facts.LastAt)}: the permission is there again.")
        {
            NotBefore = c.Facts.IncidentLastAt,
            Fix = ["Send a small sample first, over the same pool."],
            WouldChange = ["Would become Investigate if the relay refuses again."],
        }),
        new("own-relay-asks-for-permission", c => IsOwn(c) && c.Permission is not null, c => new(
            Verdict.Investigate, Confidence.High, Cause.RelayPolicy, c.Permission?.SubCause,
            $"{c.Facts.Comparison.How} Its reply speaks of our permission to relay ({Said.Codes(c.Facts)}).")
        {
            Fix = [c.Permission?.Fix ?? "", "Send a small sample over the same pool."],
            WouldChange = Restored,
        }),
        new("own-relay-recipient-table", c => IsOwn(c) && c.Meaning is { Id: "relay-recipient-table" }, c => new(
            Verdict.Investigate, Confidence.Medium, Cause.RelayPolicy, "relay-recipient-table",
            $"{c.Facts.Comparison.How} Its own table of recipients does not hold this one.")
        {
            Fix = ["Update the relay's table of recipients, or take the domain out of its relay domains."],
            WouldChange = Restored,
        }),
        new("own-relay-says-mailbox", c => IsOwn(c) && !c.Facts.Endpoint.IsOurs && c.Family == RefusalFamily.Mailbox, c => new(
            Verdict.Investigate, Confidence.Low, Cause.Undetermined, "refused-behind-own-relay",
            $"{c.Facts.Comparison.How} It speaks of the mailbox, which a server behind it must have said.")
        {
            Missing = ["log of the own relay"],
            Fix = ["Import the log of the own relay: it names the server that refused."],
            WouldChange = ["Would change when the evidence names the server behind the relay."],
        }),
        new("own-relay-passes-on", c => IsOwn(c) && IsNoPermission(c.Family) && !RejectsUs(c.Facts.ReplyText), c => new(
            Verdict.Investigate, Confidence.Medium, Cause.OtherPolicy, null,
            $"{c.Facts.Comparison.How} The reply is about the message, the load or the connection, not about relaying ({Said.Codes(c.Facts)}).")
        {
            Missing = c.Facts.Endpoint.IsOurs ? [] : ["log of the own relay"],
            Fix = c.Facts.Endpoint.IsOurs ? ["Do what the reply says."] : ["Do what the reply says.", "Import the log of the own relay: it names the server that refused."],
            WouldChange = ["Would become Retry when the same pool delivers to the domain again."],
        }),
        new("endpoint-is-own-relay", IsOwn, c => new(
            Verdict.Investigate, Confidence.High, Cause.RelayPolicy, null, c.Facts.Comparison.How)
        {
            Fix = ["Check which senders the relay accepts: login, sending address, sender domain.", "Send a small sample over the same pool."],
            WouldChange = Restored,
        }),
    ];

    private static IReadOnlyList<string> Restored => ["Would become Retry when a controlled test over the same relay is accepted."];

    private static bool IsOwn(RefusalCase c) => c.Relation == EndpointRelation.OwnRelay;

    // Postfix's smtpd_client_restrictions: on our own relay that is the list of those who may send.
    private static bool RejectsUs(string? text) => text?.Contains("client host rejected", StringComparison.OrdinalIgnoreCase) == true
        && !text.Contains("blocked using", StringComparison.OrdinalIgnoreCase);

    private static bool IsNoPermission(RefusalFamily family) =>
        family is RefusalFamily.Reputation or RefusalFamily.Content or RefusalFamily.Capacity or RefusalFamily.Network or RefusalFamily.System;
}
