using BounceBoard.Core.Domains;

namespace BounceBoard.Web.Incidents;

/// <summary>One bar of the timeline: the same answer of one resolver for a while.</summary>
/// <param name="Set">Number of the distinct answer, 1-based in order of first sight; equal answers of different resolvers have the same number.</param>
/// <param name="Left">Per cent of the timeline's width.</param>
/// <param name="Width">Per cent, at least wide enough to be seen.</param>
public sealed record MxSpan(MxObservation Observation, int Set, double Left, double Width);
