using System.Net;
using BounceBoard.Core;
using BounceBoard.Operations.SendingRoutes;

namespace BounceBoard.Web.Api;

/// <summary>One outcome as a platform posts it.</summary>
/// <param name="Outcome"><c>delivered</c>, <c>refused</c> or <c>deferred</c>.</param>
internal sealed record OutcomeRequest(
    string? Attempt, string? Outcome, int? Code, string? Status, string? Text, string? RemoteMta, string? RemoteIp, DateTimeOffset? At)
{
    private const int MostText = 4000;

    /// <returns>Null when it cannot be understood.</returns>
    public PostedOutcome? Read() =>
        Attempt is { Length: > 0 and <= 100 }
        && Enum.GetValues<PostedOutcomeKind>().Where(kind => KebabName.Of(kind) == Outcome).Select(kind => (PostedOutcomeKind?)kind).FirstOrDefault() is { } kind
        && Code is null or (>= 200 and <= 599)
        && !(Status?.Length > 20) && !(RemoteMta?.Length > 255)
        && (RemoteIp is null || IPAddress.TryParse(RemoteIp, out _))
            ? new PostedOutcome(
                Attempt, kind, Code, Status, Text is { Length: > MostText } ? Text[..MostText] : Text, RemoteMta, RemoteIp is null ? null : IPAddress.Parse(RemoteIp), At)
            : null;
}
