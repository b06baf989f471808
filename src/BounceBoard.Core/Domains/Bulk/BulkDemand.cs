namespace BounceBoard.Core.Domains.Bulk;

/// <summary>One provider's demand.</summary>
/// <param name="Since">First day on which it held.</param>
/// <param name="Refusal">How the provider refuses mail that does not keep to it, for example <c>550 5.7.515</c>; empty where it has no reply of its own.</param>
public sealed record BulkDemand(BulkProvider Provider, DateOnly Since, string Refusal);
