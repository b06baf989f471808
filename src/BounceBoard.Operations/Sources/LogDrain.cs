namespace BounceBoard.Operations.Sources;

/// <summary>How much of an open file is taken.</summary>
/// <param name="TakesFew">Also what is less than <see cref="FollowRule.Enough"/>.</param>
/// <param name="TakesHalf">Also a last line without an end: nobody will end it.</param>
/// <param name="Pieces">At most so many, because other logs wait.</param>
internal readonly record struct LogDrain(bool TakesFew, bool TakesHalf, int Pieces);
