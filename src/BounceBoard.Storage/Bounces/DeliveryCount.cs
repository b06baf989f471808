using System.Net;

namespace BounceBoard.Storage.Bounces;

/// <summary>Attempts of one hour that went the same way.</summary>
/// <param name="At">Any time of the hour.</param>
/// <param name="RecipientDomain">Lower-case A-labels.</param>
/// <param name="UpperCase">The local parts hold a capital letter.</param>
public sealed record DeliveryCount(
    DateTimeOffset At, string RecipientDomain, IPAddress? RemoteIp, string? Pool, bool UpperCase, DeliveryOutcome Outcome, long Messages);
