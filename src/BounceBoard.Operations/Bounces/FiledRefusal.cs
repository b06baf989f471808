using BounceBoard.Storage.Bounces;

namespace BounceBoard.Operations.Bounces;

/// <summary>One refusal after filing.</summary>
/// <param name="IsKnown">Another report told of it before.</param>
/// <param name="Changed">It is new, or the report completed it.</param>
internal sealed record FiledRefusal(RefusalRow Row, bool IsKnown, bool Changed);
