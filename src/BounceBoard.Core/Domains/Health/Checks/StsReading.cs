using BounceBoard.Core.Domains.MtaSts;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>The domain's MTA-STS as senders see it.</summary>
/// <param name="IsEnforced">It enforces and covers every MX; null when that is not known.</param>
/// <param name="Problem">Why what is published does not work; empty where nothing is published or all is well.</param>
/// <param name="Uncovered">MX hosts that a policy in use does not name.</param>
internal sealed record StsReading(bool? IsEnforced, bool IsTesting, MtaStsPolicy? Policy, string Problem, IReadOnlyList<string> Uncovered, IReadOnlyList<string> Evidence)
{
    public bool IsRecordBroken { get; init; }

    public static StsReading Of(Examined examined)
    {
        var answer = examined.Txt($"_mta-sts.{examined.Domain}");
        var records = answer.Records.Where(MtaStsRecord.IsRecord).ToList();
        if (answer.State == DnsState.Unknown)
        {
            return new StsReading(null, false, null, "", [], [Examined.Unanswered(answer)]);
        }
        if (records.Count == 0)
        {
            return new StsReading(false, false, null, "", [], [$"{answer.Name}: no record."]);
        }
        var problem = records.Count > 1 ? $"{answer.Name} has {records.Count} records; senders ignore all of them." : "";
        if (problem.Length > 0 || MtaStsRecord.Parse(records[0], out problem) is null)
        {
            return new StsReading(false, false, null, problem, [], records) { IsRecordBroken = true };
        }
        return OfPolicy(examined, records);
    }

    private static StsReading OfPolicy(Examined examined, List<string> records)
    {
        if (examined.Facts.MtaStsPolicy is not { IsUnknown: false } fetch)
        {
            return new StsReading(null, false, null, "", [], [.. records, examined.Facts.MtaStsPolicy?.Problem ?? "The policy was not fetched."]);
        }
        if (fetch.Status != 200 || fetch.Body.Length == 0)
        {
            return new StsReading(false, false, null, $"The policy cannot be fetched: {(fetch.Problem.Length > 0 ? fetch.Problem : $"status {fetch.Status}.")}", [], records);
        }
        if (MtaStsPolicy.Parse(fetch.Body, out var problem) is not { } policy)
        {
            return new StsReading(false, false, null, $"The policy cannot be read: {problem}", [], records);
        }
        List<string> evidence = [.. records, $"Policy: mode {KebabName.Of(policy.Mode)}, max_age {policy.MaxAge}, mx {string.Join(", ", policy.Mx)}.", .. fetch.MediaType is "text/plain" ? [] : new[] { $"Media type \"{fetch.MediaType}\", text/plain is wanted." }];
        List<string> uncovered = policy.Mode == MtaStsMode.None ? [] : [.. examined.Route.Hosts.Where(host => !StsAdvice.Covers(policy, host))];
        if (uncovered.Count > 0)
        {
            return new StsReading(false, false, policy, $"The policy does not name {string.Join(", ", uncovered)}.", uncovered, evidence);
        }
        if (policy.Mode != MtaStsMode.None && examined.Route.State == DnsState.Unknown)
        {
            return new StsReading(null, false, policy, "", [], [.. evidence, "The MX hosts are not known."]);
        }
        return policy.Mode switch
        {
            MtaStsMode.None => new StsReading(false, false, policy, "", [], evidence),
            MtaStsMode.Testing => new StsReading(false, true, policy, "", [], evidence),
            MtaStsMode.Enforce => new StsReading(true, false, policy, "", [], evidence),
        };
    }
}
