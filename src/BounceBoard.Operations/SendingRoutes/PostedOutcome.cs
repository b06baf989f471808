using System.Net;

namespace BounceBoard.Operations.SendingRoutes;

/// <summary>What a platform tells of one recipient that it was handed.</summary>
/// <param name="Attempt">The token it was given.</param>
/// <param name="Code">Three-digit reply code of the recipient's server.</param>
/// <param name="Status">Enhanced status code (RFC 3463).</param>
/// <param name="Text">The reply.</param>
/// <param name="RemoteMta">Who took or refused it.</param>
/// <param name="At">When; null: now.</param>
public sealed record PostedOutcome(
    string Attempt, PostedOutcomeKind Outcome, int? Code, string? Status, string? Text, string? RemoteMta, IPAddress? RemoteIp, DateTimeOffset? At)
{
    // A platform's clock may be wrong: 1970 and 2038 are seen in real reports.
    private static readonly TimeSpan Slack = TimeSpan.FromDays(1);

    /// <summary>When it happened, if that can be true of a mail that was handed over then; null: nobody knows.</summary>
    internal DateTimeOffset? CredibleAt(DateTimeOffset handed, DateTimeOffset now) => At >= handed - Slack && At <= now + Slack ? At : null;
}
