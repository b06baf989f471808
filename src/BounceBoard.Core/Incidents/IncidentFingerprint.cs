using BounceBoard.Core.Bounces;

namespace BounceBoard.Core.Incidents;

/// <summary>Refusals with the same fingerprint (inside one tenant) are one incident.</summary>
/// <param name="Family">Refusal family: wording and 4xx or 5xx do not matter.</param>
/// <param name="ScopeName">Name of provider, domain or relay, lower case.</param>
public sealed record IncidentFingerprint(RefusalFamily Family, IncidentScope Scope, string ScopeName);
