namespace BounceBoard.Core.Domains.Spf.Survey;

/// <summary>Goes through a record and everything it includes, whether or not a message would get there.</summary>
internal sealed class SurveyWalk(IDnsSnapshot dns)
{
    /// <summary>Records looked at; a tree that large is over every limit long before.</summary>
    private const int MostRecords = 40;

    private readonly HashSet<RecordQuestion> _missing = [];
    private readonly List<string> _path = [];
    private int _records;

    public List<SpfFinding> Findings { get; } = [];

    public IReadOnlyCollection<RecordQuestion> Missing => _missing;

    public int Lookups { get; private set; }

    public int VoidLookups { get; private set; }

    public int Ipv6VoidLookups { get; private set; }

    public SpfRecord? Start(string domain) => Visit(domain, isOwn: true, SpfFindingKind.NoRecord, "");

    /// <param name="isOwn">The record decides by itself: the domain's, or one that redirect led to.</param>
    /// <param name="absence">What it is when there is no record.</param>
    /// <param name="by">The term that led here.</param>
    private SpfRecord? Visit(string domain, bool isOwn, SpfFindingKind absence, string by)
    {
        if (_path.Contains(domain, StringComparer.OrdinalIgnoreCase))
        {
            Say(SpfFindingKind.Loop, FindingSeverity.Error, _path[^1], by, $"The records lead in a circle: {string.Join(" → ", _path)} → {domain}.", "RFC 7208 §4.6.4");
            return null;
        }
        if (++_records > MostRecords || !TargetName.IsQualified(domain) || Ask(domain, RecordType.Txt) is not { } answer)
        {
            return null;
        }
        if (answer.State == DnsState.Unknown)
        {
            Say(SpfFindingKind.Unanswered, FindingSeverity.Warning, domain, by, $"DNS gave no answer ({answer.Rcode}); receivers answer temperror meanwhile.", "RFC 7208 §4.4");
            return null;
        }
        Findings.AddRange(AnswerRules.Find(answer, absence, by));
        var record = RecordSelection.Select(answer, out _, out _);
        if (record is not null)
        {
            Findings.AddRange(RecordRules.Find(domain, record, isOwn));
            _path.Add(domain);
            Follow(domain, record, isOwn);
            _path.RemoveAt(_path.Count - 1);
        }
        return record;
    }

    private void Follow(string domain, SpfRecord record, bool isOwn)
    {
        foreach (var term in record.Mechanisms.TakeWhile(term => term.Kind != SpfTermKind.All).Where(term => term.CostsLookup))
        {
            Lookups++;
            // A target made of macros is known only when a message comes.
            if (!term.HasMacro)
                Follow(term, TargetName.WithoutRootDot(term.DomainSpec.Length == 0 ? domain : term.DomainSpec), domain);
        }
        if (record.Redirect is { } redirect && record.Mechanisms.All(term => term.Kind != SpfTermKind.All))
        {
            Lookups++;
            if (!redirect.HasMacro)
                Visit(TargetName.WithoutRootDot(redirect.DomainSpec), isOwn, SpfFindingKind.RedirectWithoutRecord, redirect.Text);
        }
        if (isOwn && record.Explanation is { HasMacro: false } exp && Ask(TargetName.WithoutRootDot(exp.DomainSpec), RecordType.Txt) is { } words)
        {
            Findings.AddRange(AnswerRules.OfExplanation(domain, exp, words));
        }
    }

    private void Follow(SpfTerm term, string target, string domain)
    {
        if (!TargetName.CanExist(target))
        {
            return;
        }
        switch (term.Kind)
        {
            case SpfTermKind.Include:
                Visit(target, isOwn: false, SpfFindingKind.IncludeWithoutRecord, term.Text);
                break;
            case SpfTermKind.A:
                CountVoid(target);
                break;
            case SpfTermKind.Exists when Ask(target, RecordType.A) is { State: DnsState.Absent }:
                (VoidLookups, Ipv6VoidLookups) = (VoidLookups + 1, Ipv6VoidLookups + 1);
                break;
            case SpfTermKind.Mx when Ask(target, RecordType.Mx) is { } exchanges:
                Findings.AddRange(AnswerRules.OfExchanges(domain, term, exchanges));
                var isVoid = exchanges.State == DnsState.Absent ? 1 : 0;
                (VoidLookups, Ipv6VoidLookups) = (VoidLookups + isVoid, Ipv6VoidLookups + isVoid);
                foreach (var host in exchanges.Records.Select(MechanismRules.HostOf).Where(host => TargetName.CanExist(host)).Take(MechanismRules.MostExchanges))
                {
                    CountVoid(host);
                }
                break;
        }
    }

    private void CountVoid(string name)
    {
        VoidLookups += Ask(name, RecordType.A) is { State: DnsState.Absent } ? 1 : 0;
        Ipv6VoidLookups += Ask(name, RecordType.Aaaa) is { State: DnsState.Absent } ? 1 : 0;
    }

    private RecordAnswer? Ask(string name, RecordType type)
    {
        var answer = dns.Find(name, type);
        if (answer is null)
        {
            _missing.Add(new RecordQuestion(name, type));
        }
        return answer;
    }

    private void Say(SpfFindingKind kind, FindingSeverity severity, string domain, string term, string text, string reference) =>
        Findings.Add(new SpfFinding(kind, severity, domain, term, text, reference));
}
