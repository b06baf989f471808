namespace BounceBoard.Core.Domains.Health.Scoring;

/// <summary>The share of a line of the formula that one check decides.</summary>
/// <param name="Part">Line, see <see cref="Scoring.Part"/>.</param>
/// <param name="Share">Of its points, 0 to 1; all stakes of a line are 1 together, and what none holds is unknown.</param>
/// <param name="Won">Of the share, 0 to 1.</param>
/// <param name="Unknown">Of the share, 0 to 1; the rest is lost.</param>
internal readonly record struct Stake(string Part, double Share, double Won, double Unknown);
