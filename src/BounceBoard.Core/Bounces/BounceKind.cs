namespace BounceBoard.Core.Bounces;

/// <summary>What one line of a report says: a failure, a delay, an acceptance, or something that is no bounce.</summary>
public enum BounceKind { Bounce, Delay, Delivery, FeedbackReport, AutoReply, NotABounce, Error }
