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
    string Attempt, PostedOutcomeKind Outcome, int? Code, string? Status, string? Text, string? RemoteMta, IPAddress? RemoteIp, DateTimeOffset? At);
