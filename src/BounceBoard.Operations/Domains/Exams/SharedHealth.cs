namespace BounceBoard.Operations.Domains.Exams;

/// <summary>What whoever has a link sees, to read only.</summary>
public sealed record SharedHealth(string TenantName, HealthView View, DateTimeOffset ExpiresAt);
