using BounceBoard.Core.Bounces;

namespace BounceBoard.Core.Verdicts.Gathering;

/// <summary>People whom another sender lost at a scope in one hour. Only numbers cross from one tenant to another.</summary>
/// <param name="Sender">Tells senders apart and nothing else.</param>
/// <param name="Hour">Start of the hour.</param>
public sealed record SenderHour(long Sender, RefusalFamily Family, DateTimeOffset Hour, long People);
