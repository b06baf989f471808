using BounceBoard.Core.Domains.Spf;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>A term of the domain's SPF or of a record that it leads to.</summary>
/// <param name="Domain">Whose record it stands in.</param>
/// <param name="Target">Record that include or redirect leads to, lower case; empty for other terms and where macros make it.</param>
internal sealed record SpfTerms(string Domain, SpfTerm Term, string Target)
{
    /// <summary>Records looked at, as many as the survey looks at.</summary>
    private const int MostRecords = 40;

    /// <summary>All terms, each record once, as far as the answers are known.</summary>
    public static IReadOnlyList<SpfTerms> Of(string domain, IDnsSnapshot dns)
    {
        List<SpfTerms> terms = [];
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase) { domain };
        Queue<string> open = new([domain]);
        while (open.TryDequeue(out var name))
        {
            if (dns.Find(name, RecordType.Txt) is not { } answer || RecordSelection.Select(answer, out _, out _) is not { } record)
            {
                continue;
            }
            // What stands after "all", and a redirect beside it, is never used (RFC 7208 §5.1).
            var hasEnd = record.Mechanisms.Any(term => term.Kind == SpfTermKind.All);
            foreach (var term in record.Mechanisms.TakeWhile(term => term.Kind != SpfTermKind.All).Concat(record.Modifiers.Where(term => !hasEnd || term.Kind != SpfTermKind.Redirect)))
            {
                var target = TargetOf(term);
                terms.Add(new SpfTerms(name, term, target));
                if (target.Length > 0 && seen.Count < MostRecords && seen.Add(target))
                    open.Enqueue(target);
            }
        }
        return terms;
    }

    /// <summary>A record of the domain or of a name below it, which the domain's owner mends; others are a provider's to mend.</summary>
    public static bool IsOwn(string name, string domain) =>
        name.Equals(domain, StringComparison.OrdinalIgnoreCase) || name.EndsWith($".{domain}", StringComparison.OrdinalIgnoreCase);

    private static string TargetOf(SpfTerm term) => term.Kind is SpfTermKind.Include or SpfTermKind.Redirect && !term.HasMacro
        && TargetName.WithoutRootDot(term.DomainSpec) is var target && TargetName.IsQualified(target) ? target.ToLowerInvariant() : "";
}
