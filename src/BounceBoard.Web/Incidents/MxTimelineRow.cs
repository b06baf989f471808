namespace BounceBoard.Web.Incidents;

/// <summary>What one resolver said over the window.</summary>
public sealed record MxTimelineRow(string Resolver, IReadOnlyList<MxSpan> Spans);
