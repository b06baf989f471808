using BounceBoard.Core.Bounces;

namespace BounceBoard.Operations.Bounces;

/// <summary>One report of a refusal, in the order of the reports.</summary>
/// <param name="IsFirst">Nobody told of the refusal before; what is read again is counted once.</param>
/// <param name="Verified">The refusal was believed when the report came.</param>
/// <param name="At">Time of the refusal.</param>
internal sealed record Telling(BounceReport Report, bool IsFirst, bool Verified, DateTimeOffset At);
