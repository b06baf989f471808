using BounceBoard.Core.Bounces;

namespace BounceBoard.Storage.Wordings;

/// <summary>A refusal that was just filed and whose words no row knows.</summary>
/// <param name="Skeleton">See <see cref="Core.Wordings.WordingSkeleton"/>.</param>
/// <param name="Host">Name of the refusing server, or else the recipient's domain.</param>
/// <param name="Category">What the codes alone made of it.</param>
public sealed record UnknownReply(
    string Skeleton, DateTimeOffset At, long RefusalId, long EvidenceId, int? ReplyCode, string? Status, string Host, BounceCategory Category);
