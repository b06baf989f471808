using BounceBoard.Storage.Bounces;

namespace BounceBoard.Benchmarks.Growth;

/// <summary>Attempts of one hour that went the same way.</summary>
internal readonly record struct SeedDelivery(int Tenant, int Domain, long Hour, bool Orders, bool Upper, DeliveryOutcome Outcome, long Messages);
