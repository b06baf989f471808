using BounceBoard.Core.Domains.Health.Scoring;
using BounceBoard.Core.Domains.MtaSts;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>What senders that keep to the MTA-STS policy find at one MX host. DANE does not help: a sender that goes by the policy wants a public authority.</summary>
internal static class StsCertificateChecks
{
    private static readonly HealthRule Rule = new("mta-sts-certificate", CheckArea.Transport, "The MX host shows the certificate that the policy wants", "RFC 8461 §4.2");

    /// <returns>Null where no policy is in use.</returns>
    public static Judged? Of(HostTalk talk, StsReading sts, Examined examined)
    {
        if (sts.Policy is not { Mode: not MtaStsMode.None } policy)
        {
            return null;
        }
        var at = examined.Facts.At;
        List<string> faults = [.. talk.Reached.Select(fact => (Fact: fact, Fault: FaultOf(fact, at))).Where(one => one.Fault.Length > 0).Select(one => $"{HostTalk.Where(one.Fact)}: {one.Fault}")];
        return faults.Count > 0 ? Rule.Issue(policy.Mode == MtaStsMode.Enforce, AdviceFor(policy.Mode, talk.Host), faults)
            : talk.Reached.Count == 0 || talk.Reached.Any(fact => fact.IsChainTrusted is null || fact.IsNameValid is null) ? Rule.Unknown("The certificate was not seen or not judged.")
            : Rule.Pass([.. talk.Reached.Select(HostTalk.Where)]);
    }

    private static string FaultOf(MailHostFact fact, DateTimeOffset at) =>
        fact.State != MailHostState.Encrypted ? "no TLS."
        : fact.CertificateEnds < at ? $"the certificate ended on {fact.CertificateEnds?.UtcDateTime:yyyy-MM-dd}."
        : fact.IsNameValid == false ? "the certificate is for another name."
        : fact.IsChainTrusted == false ? "the certificate is of nobody that senders trust."
        : "";

    private static HealthAdvice AdviceFor(MtaStsMode mode, string host) => Advice.Of(
        mode == MtaStsMode.Enforce ? "The policy says that senders shall insist on a valid certificate, and the host has none." : "The policy is in testing; once it enforces, senders would not deliver to this host.",
        mode == MtaStsMode.Enforce ? "Senders that keep to the policy, Gmail and Microsoft among them, hold the domain's mail back and then return it." : "TLS reports name the host until then.",
        $"Order a certificate for {host} from a public authority, and send the whole chain.", "Until it is there, set mode: testing in the policy and change the id of the record.");
}
