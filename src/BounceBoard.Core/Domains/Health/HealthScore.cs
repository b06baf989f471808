namespace BounceBoard.Core.Domains.Health;

/// <summary>The score: what is known, and how far what is unknown could move it.</summary>
/// <param name="Version">Version of the formula.</param>
/// <param name="Value">0 to 100 over the points that are known; null when nothing is known.</param>
/// <param name="Low">With every unknown point lost.</param>
/// <param name="High">With every unknown point won.</param>
/// <param name="Coverage">Percent of the points that are known.</param>
/// <param name="Grade">A to F; empty when nothing is known.</param>
/// <param name="Caps">What holds the score down, the lowest first; empty when nothing does.</param>
public sealed record HealthScore(
    int Version, DomainProfile Profile, int? Value, int Low, int High, int Coverage, string Grade, IReadOnlyList<ScorePart> Parts, IReadOnlyList<ScoreCap> Caps);
