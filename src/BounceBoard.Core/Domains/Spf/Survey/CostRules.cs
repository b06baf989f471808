namespace BounceBoard.Core.Domains.Spf.Survey;

/// <summary>Findings about the cost of the whole tree.</summary>
internal static class CostRules
{
    /// <summary>From here on the next provider that is added, or that adds a look-up of its own, breaks the record.</summary>
    private const int NearLookups = 9;

    public static IEnumerable<SpfFinding> Find(string domain, SurveyWalk walk)
    {
        if (walk.Lookups > SpfRun.MostLookups)
        {
            yield return new(SpfFindingKind.TooManyLookups, FindingSeverity.Error, domain, "",
                $"The record and all it includes ask DNS {walk.Lookups} times; receivers answer permerror at the eleventh, unless a term before it matches.", "RFC 7208 §4.6.4");
        }
        else if (walk.Lookups >= NearLookups)
        {
            yield return new(SpfFindingKind.ManyLookups, FindingSeverity.Warning, domain, "",
                $"The record and all it includes ask DNS {walk.Lookups} times of the {SpfRun.MostLookups} that are allowed.", "RFC 7208 §4.6.4");
        }
        if (Void(walk) is { } finding)
        {
            yield return finding with { Domain = domain };
        }
    }

    private static SpfFinding? Void(SurveyWalk walk)
    {
        var (four, six) = (walk.VoidLookups, walk.Ipv6VoidLookups);
        return four > SpfRun.MostVoidLookups
            ? Of(SpfFindingKind.TooManyVoidLookups, FindingSeverity.Error, $"{four} names in the record do not exist or have no address; receivers answer permerror at the third they come to.")
            : six > SpfRun.MostVoidLookups
                ? Of(SpfFindingKind.TooManyVoidLookups, FindingSeverity.Warning, $"{six} names in the record have no IPv6 address; for a client with an IPv6 address receivers answer permerror at the third they come to.")
            : four > 0
                ? Of(SpfFindingKind.VoidLookups, FindingSeverity.Warning, $"{four} of at most {SpfRun.MostVoidLookups} look-ups find no such name or no address.")
            : null;
    }

    private static SpfFinding Of(SpfFindingKind kind, FindingSeverity severity, string text) => new(kind, severity, "", "", text, "RFC 7208 §4.6.4");
}
