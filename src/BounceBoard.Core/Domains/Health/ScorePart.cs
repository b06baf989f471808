namespace BounceBoard.Core.Domains.Health;

/// <summary>One line of the formula.</summary>
/// <param name="Id">For example <c>dmarc-policy</c>.</param>
/// <param name="Group">For example <c>Impersonation</c>.</param>
/// <param name="Won">Points won of <paramref name="Most"/>; null when unknown.</param>
/// <param name="Reason">How the points came about, as a sentence.</param>
/// <param name="CheckIds">The checks that decide it.</param>
public sealed record ScorePart(string Id, string Group, string Title, double Most, double? Won, string Reason, IReadOnlyList<string> CheckIds)
{
    /// <summary>Points of <see cref="Most"/> that are not known: all of them when <see cref="Won"/> is null, otherwise those of the hosts or lists that gave no answer.</summary>
    public double Unknown { get; init; } = Won is null ? Most : 0;

    /// <summary>Points lost for certain.</summary>
    public double Lost => Most - Unknown - (Won ?? 0);
}
