using System.Globalization;
using BounceBoard.Core.Domains.Health.Scoring;
using BounceBoard.Core.Domains.History;
using BounceBoard.Core.Domains.MtaSts;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>What senders still hold of earlier MTA-STS policies. Only earlier examinations tell; without them there is nothing to say.</summary>
internal static class StsPastChecks
{
    private static readonly HealthRule Renewed = new("mta-sts-id", CheckArea.Transport, "The id of MTA-STS changes with the policy", "RFC 8461 §3.1");
    private static readonly HealthRule Removed = new("mta-sts-removal", CheckArea.Transport, "MTA-STS is removed only after every policy has run out", "RFC 8461 §8.3");

    public static IEnumerable<Judged> Find(Examined examined)
    {
        var answer = examined.Txt($"_mta-sts.{examined.Domain}");
        var ids = answer.Records.Where(MtaStsRecord.IsRecord).Select(text => MtaStsRecord.Parse(text, out _)?.Id).ToList();
        return examined.Facts.Earlier is not { } earlier ? [Renewed.NotApplicable("There is no earlier examination to compare with.")]
            : answer.State == DnsState.Unknown ? [Renewed.Unknown(Examined.Unanswered(answer))]
            : ids.Count == 0 ? [RemovalOf(earlier, examined)]
            : [RenewalOf(earlier, ids is [var id] ? id : null, examined.Facts)];
    }

    private static Judged RenewalOf(EarlierFacts earlier, string? id, DomainFacts facts)
    {
        if (id is null || facts.MtaStsPolicy is not { Status: 200 } fetch || fetch.Id != id || MtaStsPolicy.Parse(fetch.Body, out _) is not { } policy)
        {
            return Renewed.NotApplicable("No policy was fetched under this record.");
        }
        var old = earlier.Policies.Where(seen => seen.Id == id && seen.HeldUntil > facts.At && !seen.SaysTheSame(policy)).ToList();
        return old.Count == 0 ? Renewed.Pass($"id={id}")
            : Renewed.Warn(
                Advice.Of(
                    "The policy was changed, and the id of its record was not.",
                    "Senders fetch the policy again only when the id changes: until the earlier one has run out they keep to it, and may refuse MX hosts that it does not name.",
                    "Publish the record with the new id.").Publishing(StsAdvice.NewRecord(facts)),
                [$"id={id}", $"Now: {TextOf(policy)}.", .. old.Select(Held)]);
    }

    private static Judged RemovalOf(EarlierFacts earlier, Examined examined)
    {
        var facts = examined.Facts;
        var held = earlier.Policies.Where(seen => seen.Policy.Mode != MtaStsMode.None && seen.HeldUntil > facts.At).ToList();
        var isRefusing = held.Any(seen => seen.Policy.Mode == MtaStsMode.Enforce && examined.Route.Hosts.Any(host => !StsAdvice.Covers(seen.Policy, host)));
        return held.Count == 0 ? Removed.NotApplicable("No sender holds a policy of the domain.")
            : Removed.Issue(
                isRefusing,
                Advice.Of(
                    "The record of MTA-STS is gone while senders still hold a policy of the domain.",
                    isRefusing ? "Senders that hold it do not deliver to an MX host that it does not name." : "Senders that hold it go on by it, and no change of the mail servers reaches them.",
                    "Serve a policy with mode: none and max_age: 86400.", "Publish the record again, with a new id.",
                    string.Create(CultureInfo.InvariantCulture, $"Remove both after {held.Max(seen => seen.HeldUntil):yyyy-MM-dd}.")).Publishing(StsAdvice.NewRecord(facts)),
                [.. held.Select(Held)]);
    }

    private static string Held(SeenPolicy seen) => string.Create(
        CultureInfo.InvariantCulture, $"Seen until {seen.Until:yyyy-MM-dd HH:mm} UTC, held by senders until {seen.HeldUntil:yyyy-MM-dd HH:mm}: {TextOf(seen.Policy)}.");

    private static string TextOf(MtaStsPolicy policy) => $"mode {KebabName.Of(policy.Mode)}, max_age {policy.MaxAge}, mx {string.Join(", ", policy.Mx)}";
}
