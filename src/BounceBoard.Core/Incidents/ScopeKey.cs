namespace BounceBoard.Core.Incidents;

/// <summary>A scope without the family: during an outage a provider may answer some with one wording and some with another.</summary>
public sealed record ScopeKey(IncidentScope Scope, string Name)
{
    public static ScopeKey Of(IncidentFingerprint fingerprint) => new(fingerprint.Scope, fingerprint.ScopeName);
}
