using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Spf;
using BounceBoard.Core.Domains.Spf.Survey;

namespace BounceBoard.Web.Domains.Health;

/// <summary>Draws the records of a survey as a tree, with what each term costs.</summary>
internal sealed class SpfNodes
{
    // As many records as the survey looks at; a tree that large is over every limit long before.
    private const int MostRecords = 40;

    private readonly IDnsSnapshot _dns;
    private readonly ILookup<(string Domain, string Term), string> _findings;
    private readonly List<string> _path = [];
    private int _records;

    private SpfNodes(SpfSurvey survey, IDnsSnapshot dns) => (_dns, _findings) = (dns, survey.Findings.ToLookup(
        finding => (finding.Domain.ToLowerInvariant(), finding.Term), finding => finding.Text));

    /// <returns>The terms of the domain's own record; empty where it has none.</returns>
    public static IReadOnlyList<SpfNode> Of(SpfSurvey survey, IDnsSnapshot dns) =>
        survey.Record is { } record ? new SpfNodes(survey, dns).Terms(survey.Domain.ToLowerInvariant(), record) : [];

    private List<SpfNode> Terms(string domain, SpfRecord record)
    {
        _path.Add(domain);
        var nodes = new List<SpfNode>();
        var isOver = false;
        foreach (var term in record.Mechanisms)
        {
            // Nothing behind "all" is ever reached (RFC 7208 §5.1).
            nodes.Add(isOver ? new SpfNode(term.Text, 0, "", ["Stands behind “all”; receivers never get there."], []) : Node(domain, term));
            isOver = isOver || term.Kind == SpfTermKind.All;
        }
        // A redirect beside "all" is ignored (§6.1).
        nodes.AddRange(record.Modifiers.Select(term => term.Kind == SpfTermKind.Redirect && !isOver
            ? Node(domain, term) : new SpfNode(term.Text, 0, "", Notes(domain, term), [])));
        nodes.AddRange(record.Faults.Select(fault => new SpfNode(fault.Term, 0, "", [fault.Problem], [])));
        _path.RemoveAt(_path.Count - 1);
        return nodes;
    }

    private SpfNode Node(string domain, SpfTerm term)
    {
        var own = term.CostsLookup ? 1 : 0;
        if (term.Kind is not (SpfTermKind.Include or SpfTermKind.Redirect))
        {
            return new SpfNode(term.Text, own, "", Notes(domain, term), []);
        }
        if (term.HasMacro)
        {
            return new SpfNode(term.Text, own, "", [.. Notes(domain, term), "Its name is made from the message; what it lets through cannot be listed."], []);
        }
        var target = term.DomainSpec.TrimEnd('.').ToLowerInvariant();
        if (_path.Contains(target) || _records++ >= MostRecords || Find(target) is not { } text)
        {
            return new SpfNode(term.Text, own, "", [.. Notes(domain, term), .. Absence(target)], []);
        }
        var below = Terms(target, SpfParser.Parse(text));
        return new SpfNode(term.Text, own + below.Sum(node => node.Lookups), text, [.. Notes(domain, term), .. _findings[(target, "")]], below);
    }

    // The one record; more than one is as good as none (§4.5).
    private string? Find(string target) =>
        _dns.Find(target, RecordType.Txt) is { State: DnsState.Found } answer && answer.Records.Where(SpfRecord.IsRecord).ToList() is [var only] ? only : null;

    private IEnumerable<string> Absence(string target) => _path.Contains(target) ? ["Leads in a circle."] : _dns.Find(target, RecordType.Txt) switch
    {
        null => ["Was not asked yet."],
        { State: DnsState.Unknown, Rcode: var rcode } => [$"DNS gave no answer ({rcode})."],
        _ => ["No single SPF record stands there."],
    };

    private IReadOnlyList<string> Notes(string domain, SpfTerm term) => [.. _findings[(domain, term.Text)]];
}
