namespace BounceBoard.Core.Addresses;

/// <summary>The domain under which one organization registers its names: <c>mta5.am0.bigmaildns.test</c> belongs to <c>bigmaildns.test</c>.</summary>
public static class OrganizationalDomain
{
    /// <summary>One label below the public suffix; a name that is itself a public suffix, or a single label, is returned as it is.</summary>
    public static DomainName Of(DomainName name)
    {
        var labels = name.Value.Split('.');
        var suffix = SuffixLabels(labels);
        return labels.Length <= suffix + 1 ? name : DomainName.Parse(string.Join('.', labels[^(suffix + 1)..]));
    }

    /// <summary>True for a name under which others register theirs, such as <c>co.uk</c>, and for a single label.</summary>
    public static bool IsPublicSuffix(DomainName name)
    {
        var labels = name.Value.Split('.');
        return labels.Length <= SuffixLabels(labels);
    }

    /// <summary>True when both names lie under the same organizational domain.</summary>
    public static bool Same(DomainName a, DomainName b) => Of(a) == Of(b);

    private static int SuffixLabels(string[] labels)
    {
        if (labels.Length < 2)
        {
            return 1;
        }
        var country = labels[^1];
        var second = labels[^2];
        var registry = country.Length == 2 && PublicSuffixes.SecondLevel.TryGetValue(country, out var known) && known.Contains(second);
        return registry || PublicSuffixes.Shared.Contains($"{second}.{country}") ? 2 : 1;
    }
}
