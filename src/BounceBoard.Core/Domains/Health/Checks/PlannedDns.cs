namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>A snapshot in which some records are already changed.</summary>
internal sealed class PlannedDns(IDnsSnapshot now, IReadOnlyList<ProposedRecord> planned) : IDnsSnapshot
{
    /// <summary>Where the kinds of policy begin; a name may hold one of each.</summary>
    private static readonly string[] Kinds = ["v=spf1", "v=DMARC1", "v=DKIM1", "v=STSv1", "v=TLSRPTv1", "v=BIMI1"];

    private readonly ILookup<RecordQuestion, string> _planned = planned.ToLookup(record => new RecordQuestion(record.Name.TrimEnd('.'), record.Type), record => record.Value.Trim());

    private readonly HashSet<string> _names = [.. planned.Select(record => record.Name.TrimEnd('.').ToLowerInvariant())];

    public RecordAnswer? Find(string name, RecordType type)
    {
        var answer = now.Find(name, type);
        var values = _planned[new RecordQuestion(name, type)].ToList();
        if (values.Count == 0)
        {
            // With a planned record of another type the name exists, whatever was said before (RFC 8020).
            return answer is { State: DnsState.Absent, Rcode: "NXDOMAIN" } && MakesExist(name) ? answer with { Rcode = "NOERROR" } : answer;
        }
        var kept = type == RecordType.Txt ? (answer?.Records ?? []).Where(text => !values.Any(value => IsSameKind(name, value, text))) : [];
        return new RecordAnswer(name, type, DnsState.Found, "NOERROR", [.. kept.Concat(values).Order(StringComparer.Ordinal)], answer?.Ttl);
    }

    private bool MakesExist(string name) => _names.Any(planned =>
        planned.Equals(name, StringComparison.OrdinalIgnoreCase) || planned.EndsWith($".{name}", StringComparison.OrdinalIgnoreCase));

    // Where a name is reserved for one kind, as _dmarc is, a broken record there is what the planned one replaces.
    private static bool IsSameKind(string name, string planned, string text) =>
        name.StartsWith('_') || name.Contains("._", StringComparison.Ordinal) || KindOf(planned) is { } kind && kind == KindOf(text);

    private static string? KindOf(string text) => Array.Find(Kinds, kind => text.TrimStart(' ', '"').StartsWith(kind, StringComparison.OrdinalIgnoreCase));
}
