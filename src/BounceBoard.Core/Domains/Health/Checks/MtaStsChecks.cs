using BounceBoard.Core.Domains.Health.Scoring;
using BounceBoard.Core.Domains.MtaSts;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>MTA-STS (RFC 8461), or DANE in its place.</summary>
internal static class MtaStsChecks
{
    /// <summary>Of the points: a policy in testing reports and refuses nothing.</summary>
    private const double Trying = 2.0 / 5;

    private static readonly HealthRule Rule = new("mta-sts", CheckArea.Transport, "Senders are told to insist on TLS, by MTA-STS or DANE", "RFC 8461 §3");

    public static IEnumerable<Judged> Find(Examined examined)
    {
        var sts = StsReading.Of(examined);
        var dane = DaneChecks.OnAll(examined);
        List<string> evidence = [.. sts.Evidence, dane switch { true => "DANE holds on every MX.", false => "DANE does not hold on every MX.", null => "Whether DANE holds on every MX is not known." }];
        var won = sts.IsEnforced == true || dane == true ? 1 : sts.IsTesting ? Trying : 0;
        var isOpen = won < 1 && (dane is null || sts.IsEnforced is null);
        var isBroken = sts.Problem.Length > 0;
        yield return (won < 1 && isOpen && !isBroken ? Rule.Unknown(evidence)
            : isBroken ? Rule.Warn(Repair(sts, examined), [sts.Problem, .. evidence])
            : won >= 1 ? Rule.Pass(evidence)
            : Rule.Warn(sts.IsTesting ? Enforce(sts, examined) : Start(examined), evidence)).Holding(Part.TransportPolicy, 1, won, isOpen ? 1 - won : 0);
        foreach (var host in sts.Uncovered)
        {
            yield return Covered.Fail(Advice.Of("The policy does not name this MX host.", "Senders that keep to it do not deliver to the host.", $"Add \"mx: {host}\" to the policy, then change the id of the record."), $"Policy: {string.Join(", ", sts.Policy?.Mx ?? [])}").About(host);
        }
    }

    private static readonly HealthRule Covered = new("mta-sts-covers", CheckArea.Transport, "The policy names the MX host", "RFC 8461 §4.1");

    private static HealthAdvice Start(Examined examined) => Advice.Of(
        "Senders are not told to insist on TLS for the domain's mail.", "An attacker on the way can strip TLS and read the mail.",
        $"Serve the policy at https://mta-sts.{examined.Domain}/.well-known/mta-sts.txt: version: STSv1, mode: testing, max_age: 86400{string.Concat(examined.Route.Hosts.Select(host => $", mx: {host}"))}; one line each.",
        "Publish the record.", "After some weeks without failures in TLS reports, set mode: enforce and change the id.").Publishing(StsAdvice.NewRecord(examined.Facts));

    private static HealthAdvice Enforce(StsReading sts, Examined examined) => Advice.Of(
        sts.Policy?.Mode == MtaStsMode.None ? "The policy says that there is none." : "The policy is in testing: senders report and deliver all the same.", "An attacker on the way can still strip TLS.",
        "Check in the TLS reports that nothing fails.", "Set mode: enforce in the policy.", "Change the id of the record.").Publishing(StsAdvice.NewRecord(examined.Facts));

    private static HealthAdvice Repair(StsReading sts, Examined examined) => Advice.Of(
        "MTA-STS is published and does not work.", "Senders ignore it, or go by the last policy they have seen.", "Correct what the evidence names.").Publishing(sts.IsRecordBroken ? [StsAdvice.NewRecord(examined.Facts)] : Array.Empty<ProposedRecord>());
}
