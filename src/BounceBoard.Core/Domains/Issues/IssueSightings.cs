using BounceBoard.Core.Domains.Health;

namespace BounceBoard.Core.Domains.Issues;

/// <summary>Reads out of the checks of an examination what became of an issue.</summary>
public sealed class IssueSightings(IReadOnlyList<HealthCheck> checks)
{
    private readonly ILookup<string, HealthCheck> _checks = checks.ToLookup(check => check.Key, StringComparer.Ordinal);
    private readonly HashSet<CheckArea> _unknown = [.. checks.Where(check => check.State == CheckState.Unknown).Select(check => check.Area)];
    private readonly Dictionary<string, CheckArea> _areas =
        checks.DistinctBy(check => check.Id, StringComparer.Ordinal).ToDictionary(check => check.Id, check => check.Area, StringComparer.Ordinal);

    /// <param name="key">See <see cref="HealthCheck.Key"/>.</param>
    public IssueSighting Of(string key, string checkId)
    {
        var found = _checks[key].ToList();
        if (found.Count == 0)
        {
            return OfMissing(checkId);
        }
        return found.Any(check => check.IsIssue) ? IssueSighting.Seen
            : found.Any(check => check.State == CheckState.Unknown) ? IssueSighting.Unknown
            : IssueSighting.Gone;
    }

    // A host or selector that is judged no more is gone, unless what would name it was not answered this time.
    private IssueSighting OfMissing(string checkId) =>
        _areas.TryGetValue(checkId, out var area) ? (_unknown.Contains(area) ? IssueSighting.Unknown : IssueSighting.Gone)
        : _unknown.Count > 0 ? IssueSighting.Unknown
        : IssueSighting.Gone;
}
