using BounceBoard.Storage.Bounces;

namespace BounceBoard.Web.Incidents;

/// <summary>One page of an incident's refusals, the latest first.</summary>
/// <param name="OlderBefore">Id from which the next page goes on; null when this is the last.</param>
public sealed record RefusalPage(IReadOnlyList<RefusalRow> Rows, long? OlderBefore);
