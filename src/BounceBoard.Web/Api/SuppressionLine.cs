using System.Globalization;
using BounceBoard.Core;
using BounceBoard.Core.Suppressions;
using BounceBoard.Storage.Suppressions;

namespace BounceBoard.Web.Api;

/// <summary>What the API says of one address.</summary>
/// <param name="Incident">Number of the incident it came from; null for none.</param>
/// <param name="Cursor">Where a reader of changes goes on, as text: it is larger than a number in JavaScript can be. Null in the answer to one question.</param>
internal sealed record SuppressionLine(
    string Address, bool Suppressed, string? Reason, DateTimeOffset? Since, DateTimeOffset? ReviewAt, long? Incident, string? Cursor)
{
    public static SuppressionLine Of(SuppressionAnswer answer, bool withCursor) => answer.State == SuppressionState.Held
        ? new(answer.Address, true, KebabName.Of(answer.Reason), answer.Since, answer.ReviewAt, answer.Incident, CursorOf(answer, withCursor))
        : new(answer.Address, false, null, null, null, null, CursorOf(answer, withCursor));

    /// <summary>Nobody told anything of this address.</summary>
    public static SuppressionLine NotListed(string address) => new(address, false, null, null, null, null, null);

    private static string? CursorOf(SuppressionAnswer answer, bool with) => with ? answer.Id.ToString(CultureInfo.InvariantCulture) : null;
}
