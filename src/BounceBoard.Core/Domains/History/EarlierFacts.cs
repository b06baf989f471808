using System.Security.Cryptography;
using BounceBoard.Core.Domains.Dkim;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Core.Domains.MtaSts;

namespace BounceBoard.Core.Domains.History;

/// <summary>
/// What earlier examinations saw and a single look cannot tell. Each examination carries it on, so that the last one alone is read and
/// nothing is lost when retention removes those before.
/// </summary>
public sealed record EarlierFacts
{
    private const int MostPolicies = 8;
    private const int MostKeys = 64;

    /// <summary>Policies that some sender may still hold, the latest last.</summary>
    public IReadOnlyList<SeenPolicy> Policies { get; init; } = [];

    /// <summary>Keys that were there when they were looked for last.</summary>
    public IReadOnlyList<SeenKey> Keys { get; init; } = [];

    /// <summary>The same with one more examination.</summary>
    /// <param name="until">When it was found to be the same for the last time.</param>
    public EarlierFacts After(DomainFacts facts, DateTimeOffset until) => new() { Policies = [.. PoliciesAfter(facts, until)], Keys = [.. KeysAfter(facts)] };

    /// <returns>Null where there is no key.</returns>
    public static string? DigestOf(DkimKey? key) => key is null ? null : Convert.ToHexStringLower(SHA256.HashData(key.Octets.Span));

    private IEnumerable<SeenPolicy> PoliciesAfter(DomainFacts facts, DateTimeOffset until)
    {
        var served = facts.MtaStsPolicy is { Status: 200, Id.Length: > 0 } fetch && MtaStsPolicy.Parse(fetch.Body, out _) is { } policy && IsAnnounced(facts, fetch.Id)
            ? new SeenPolicy(fetch.Id, policy, until) : null;
        return Policies.Where(seen => seen.HeldUntil > facts.At && (served is null || seen.Id != served.Id || !seen.SaysTheSame(served.Policy)))
            .Concat(served is null ? [] : [served]).TakeLast(MostPolicies);
    }

    // Between whole examinations the policy stands as it was fetched; its record may be gone or changed since.
    private static bool IsAnnounced(DomainFacts facts, string id) =>
        facts.Dns.Find($"_mta-sts.{facts.Domain}", RecordType.Txt)?.Records.Any(text => MtaStsRecord.Parse(text, out _)?.Id == id) == true;

    private IEnumerable<SeenKey> KeysAfter(DomainFacts facts)
    {
        List<(string Selector, string? Digest)> looked = [];
        foreach (var selector in facts.Selectors.Select(one => one.Selector.ToLowerInvariant()).Distinct())
        {
            // Without an answer the key is taken to stand as it did.
            if (facts.Dns.Find($"{selector}._domainkey.{facts.Domain}", RecordType.Txt) is { State: not DnsState.Unknown } answer)
            {
                looked.Add((selector, answer.Records is [var text] ? DigestOf(DkimKey.Parse(text).Key) : null));
            }
        }
        var kept = Keys.Where(key => !looked.Exists(look => look.Selector == key.Selector && look.Digest != key.Key)).ToList();
        return kept.Concat(looked.Where(look => look.Digest is not null && !kept.Exists(key => key.Selector == look.Selector))
            .Select(look => new SeenKey(look.Selector, look.Digest ?? "", facts.At))).Take(MostKeys);
    }
}
