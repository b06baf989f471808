namespace BounceBoard.Core.Domains.Caa;

/// <summary>The CAA records that speak for a name: its own, else those of the nearest name above (RFC 8659 §3).</summary>
/// <param name="Name">Where they stand; null when there are none.</param>
/// <param name="Unanswered">The answer that did not come on the way there; null when all did.</param>
public sealed record CaaSet(string? Name, IReadOnlyList<CaaProperty> Properties, RecordAnswer? Unanswered)
{
    public static CaaSet For(string host, IDnsSnapshot dns)
    {
        foreach (var name in NamesOf(host))
        {
            var answer = dns.Find(name, RecordType.Caa) ?? new RecordAnswer(name, RecordType.Caa, DnsState.Unknown, "NOT ASKED", [], null);
            if (answer.State != DnsState.Absent)
            {
                return answer.State == DnsState.Unknown ? new CaaSet(null, [], answer)
                    : new CaaSet(name, [.. answer.Records.Select(CaaProperty.Parse).OfType<CaaProperty>()], null);
            }
        }
        return new CaaSet(null, [], null);
    }

    /// <summary>The name and those above it, down to two labels: what a top-level domain says is its registry's business.</summary>
    public static IEnumerable<string> NamesOf(string host)
    {
        for (var name = host; name.Contains('.', StringComparison.Ordinal); name = name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            yield return name;
        }
    }

    /// <summary>Whether an authority may issue (§4.2, §4.3).</summary>
    /// <param name="isWildcard">A certificate for a wildcard name: <c>issuewild</c> goes before <c>issue</c>.</param>
    /// <param name="authorities">Domains by which the authority knows itself.</param>
    public bool Allows(bool isWildcard, IReadOnlyCollection<string> authorities)
    {
        var wild = isWildcard ? Properties.Where(property => property.Tag == "issuewild").ToList() : [];
        var counting = wild.Count > 0 ? wild : Properties.Where(property => property.Tag == "issue").ToList();
        return counting.Count == 0 || counting.Exists(property => authorities.Contains(property.Issuer, StringComparer.OrdinalIgnoreCase));
    }
}
