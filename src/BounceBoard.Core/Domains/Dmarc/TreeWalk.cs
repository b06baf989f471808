namespace BounceBoard.Core.Domains.Dmarc;

/// <summary>The DNS tree walk (RFC 9989 §4.10) from one domain up, with every query.</summary>
/// <param name="Domain">Where it starts.</param>
/// <param name="Steps">Queries in order; none after a record that says <c>psd=y</c> or <c>psd=n</c>.</param>
/// <param name="OrganizationalDomain">Null when a query got no answer, or was not asked yet.</param>
/// <param name="Missing">Questions to ask before this can be judged.</param>
public sealed record TreeWalk(string Domain, IReadOnlyList<WalkStep> Steps, string? OrganizationalDomain, IReadOnlyList<RecordQuestion> Missing)
{
    private const int MostQueries = 8;

    public bool IsComplete => Missing.Count == 0;

    /// <summary>The names a walk may ask, in order: the domain, then from at most seven labels down to one; eight at most (§4.10).</summary>
    public static IReadOnlyList<string> NamesFor(string domain)
    {
        var labels = domain.TrimEnd('.').ToLowerInvariant().Split('.');
        List<string> names = [string.Join('.', labels)];
        for (var left = Math.Min(labels.Length - 1, MostQueries - 1); left > 0; left--)
        {
            names.Add(string.Join('.', labels[^left..]));
        }
        return names;
    }

    /// <summary>The name of the record of a domain.</summary>
    public static string RecordName(string domain) => $"_dmarc.{domain}";

    /// <summary>All names are known beforehand, so all may be asked at once; the walk is then read from the answers.</summary>
    public static TreeWalk From(string domain, IDnsSnapshot dns)
    {
        List<RecordQuestion> missing = [];
        List<WalkStep> steps = [];
        var isOver = false;
        foreach (var name in NamesFor(domain))
        {
            var answer = dns.Find(RecordName(name), RecordType.Txt);
            if (answer is null)
            {
                missing.Add(new RecordQuestion(RecordName(name), RecordType.Txt));
            }
            else if (missing.Count == 0)
            {
                var step = StepOf(name, answer);
                steps.Add(step);
                isOver = step.Record is { Psd: PsdDeclaration.Yes or PsdDeclaration.No };
            }
            if (isOver)
                break;
        }
        var isKnown = missing.Count == 0 && steps.All(step => step.State != DnsState.Unknown);
        return new TreeWalk(steps.Count > 0 ? steps[0].Domain : domain, steps, isKnown ? OrganizationalDomainOf(steps) : null, missing);
    }

    private static WalkStep StepOf(string name, RecordAnswer answer)
    {
        var records = answer.Records.Where(DmarcParser.IsRecord).ToList();
        return new WalkStep(name, answer.State, records.Count == 1 ? DmarcParser.Parse(records[0]) : null, records.Count);
    }

    // From the longest name to the shortest (§4.10.2).
    private static string OrganizationalDomainOf(List<WalkStep> steps)
    {
        var start = steps[0].Domain;
        foreach (var step in steps)
        {
            if (step.Record?.Psd == PsdDeclaration.No)
                return step.Domain;
            if (step.Record?.Psd == PsdDeclaration.Yes && step.Domain != start)
                return OneLabelBelow(step.Domain, start);
        }
        return steps.LastOrDefault(step => step.Record is not null)?.Domain ?? start;
    }

    private static string OneLabelBelow(string suffix, string name) => string.Join('.', name.Split('.')[^(suffix.Split('.').Length + 1)..]);
}
