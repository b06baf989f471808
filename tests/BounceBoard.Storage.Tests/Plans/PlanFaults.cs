using System.Text.RegularExpressions;

namespace BounceBoard.Storage.Tests.Plans;

/// <summary>What in a plan grows with the installation: a table read whole, or all of a tenant's rows sorted for a few.</summary>
internal static partial class PlanFaults
{
    /// <summary>Tables whose rows have no end.</summary>
    private const string Endless = "refusal|refusal_evidence|evidence|evidence_content|intake|incident|incident_hour|incident_domain|incident_person|delivery_hour|tenant_hour|verdict|suppression|domain_exam|domain_issue|domain_share|retry_batch|retry_attempt|retry_decision|retry_count|seen_sender";

    public static IReadOnlyList<string> In(string sql, IReadOnlyList<string> plan)
    {
        var aliases = Alias.Matches(sql).ToLookup(match => match.Groups["alias"].Value, match => match.Groups["table"].Value);
        bool IsEndless(string name) => EndlessName.IsMatch(Month.Replace(name, "")) || aliases[name].Any(table => EndlessName.IsMatch(table));
        return
        [
            .. plan.Where(line => SqliteScan.Match(line) is { Success: true } scan && IsEndless(scan.Groups["name"].Value)),
            .. plan.Where((line, index) => PostgresScan.Match(line) is { Success: true } scan && IsEndless(scan.Groups["name"].Value) && !IsBounded(plan, index)),
            .. plan.Where(line => sql.Contains("@firstId", StringComparison.Ordinal) && FromIdOn.IsMatch(line)),
            .. plan.Where((line, index) => IsTenantOnly(line, Previous(plan, index)) && (IsSorted(plan) || IsUnlimited(sql)) && !IsOfOneValue(plan, index)),
        ];
    }

    // A tenant is one row. All of its incidents, their batches, their pools, sources, domains, routes and waiting items are few; of what is endless within the tenant, only the first of an index may be read.
    private static bool IsTenantOnly(string line, string before) =>
        (SqliteTenantOnly.IsMatch(line) && !OfFew.IsMatch(line)) || (PostgresTenantOnly.IsMatch(line) && !OfFew.IsMatch(before));

    // What a subquery of one value finds is not what is sorted around it.
    private static bool IsOfOneValue(IReadOnlyList<string> plan, int index) =>
        Previous(plan, index).StartsWith("CORRELATED SCALAR", StringComparison.Ordinal) ||
        plan.Take(index).LastOrDefault(line => SubPlan.IsMatch(line) || IsSort(line)) is { } around && SubPlan.IsMatch(around);

    // An index with a condition, or one that holds only what waits.
    private static bool IsBounded(IReadOnlyList<string> plan, int index) =>
        plan[index].Contains("_due ", StringComparison.Ordinal) ||
        (!plan[index].Contains("Seq Scan", StringComparison.Ordinal) && index + 1 < plan.Count && plan[index + 1].Contains("Index Cond:", StringComparison.Ordinal));

    private static bool IsSorted(IReadOnlyList<string> plan) => plan.Any(IsSort);

    private static bool IsUnlimited(string sql) => !sql.Contains("LIMIT", StringComparison.Ordinal);

    private static bool IsSort(string line) =>
        line.Contains("TEMP B-TREE FOR ORDER BY", StringComparison.Ordinal) || line.TrimStart(' ', '-', '>').StartsWith("Sort ", StringComparison.Ordinal);

    private static string Previous(IReadOnlyList<string> plan, int index) => index == 0 ? "" : plan[index - 1];

    [GeneratedRegex($@"^({Endless})$")]
    private static partial Regex EndlessName { get; }

    // refusal_2026_05 and refusal_rest are parts of refusal.
    [GeneratedRegex(@"_(rest|\d{4}_\d{2})$")]
    private static partial Regex Month { get; }

    [GeneratedRegex($@"\b(FROM|JOIN|UPDATE)\s+(?<table>{Endless})\s+(AS\s+)?(?<alias>[a-z]+)\b")]
    private static partial Regex Alias { get; }

    [GeneratedRegex(@"^SCAN (?<name>\w+)")]
    private static partial Regex SqliteScan { get; }

    [GeneratedRegex(@"(Seq Scan|Scan( Backward)? using \w+) on (?<name>\w+)")]
    private static partial Regex PostgresScan { get; }

    [GeneratedRegex(@"^SEARCH .*\(tenant_id=\?\)$")]
    private static partial Regex SqliteTenantOnly { get; }

    [GeneratedRegex(@"Index Cond: \(\(?tenant_id = [^()]*\)$")]
    private static partial Regex PostgresTenantOnly { get; }

    // What came since then is as much as there is: the id only says in which months to look.
    [GeneratedRegex(@"\(tenant_id=\? AND id>\?\)|Index Cond: \(\(tenant_id = [^()]*\) AND \(id >= [^()]*\)\)")]
    private static partial Regex FromIdOn { get; }

    [GeneratedRegex(@"^\s*SubPlan \d+")]
    private static partial Regex SubPlan { get; }

    [GeneratedRegex(@"\bix_incident_(open|last|scope)\b|sqlite_autoindex_incident_\d|\bincident_(pkey|tenant_id_\w+_key)\b|\bincident\b|\bincident_pool\b|\btenant_pkey\b|\bintake_count|autoindex_(source|tenant_domain)_|\b(source|tenant_domain)_tenant_id|\bix_evidence_waiting\b|\bix_suppression_window\b|\bix_retry_batch_(state|due|incident)\b|sqlite_autoindex_retry_batch_\d|\bretry_batch_pkey\b|\bix_tenant_domain_exam\b|\bix_retry_attempt_(lease|doubt)\b|\bsending_route\b|\bsending_stop\b|\bretry_setting\b")]
    private static partial Regex OfFew { get; }
}
