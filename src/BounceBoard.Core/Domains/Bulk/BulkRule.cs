namespace BounceBoard.Core.Domains.Bulk;

/// <summary>One rule of the large mailbox providers, and whether the domain keeps to it.</summary>
/// <param name="Id">Stable name, for example <c>reverse-dns</c>.</param>
/// <param name="Title">The rule as a short statement.</param>
/// <param name="AskedBy">Who demands it, since when, and how they refuse.</param>
/// <param name="CheckIds">The checks that decide it; empty when none can.</param>
/// <param name="Reason">Why the state is what it is, or where to look for what is not visible.</param>
public sealed record BulkRule(string Id, string Title, IReadOnlyList<BulkDemand> AskedBy, BulkState State, IReadOnlyList<string> CheckIds, string Reason);
