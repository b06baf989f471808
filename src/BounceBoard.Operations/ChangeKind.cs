namespace BounceBoard.Operations;

/// <summary>What changed in a tenant, for whoever shows it.</summary>
public enum ChangeKind { Evidence, Incidents, Verdicts, Suppressions, Domains, Settings, Retries }
