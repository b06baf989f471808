using System.Globalization;
using BounceBoard.Core.Domains.Health.Scoring;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>The certificate of one MX host.</summary>
internal static class CertificateChecks
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(14);

    private static readonly HealthRule Rule = new("certificate", CheckArea.Transport, "The certificate is in date, trusted and for the host", "RFC 8461 §4.2, RFC 7672 §3.2");

    public static Judged Of(HostTalk talk, Examined examined)
    {
        var encrypted = talk.Reached.Where(fact => fact.State == MailHostState.Encrypted).ToList();
        List<string> evidence = [.. encrypted.Select(TextOf)];
        if (encrypted.Count < talk.Reached.Count)
        {
            return Rule.Fail(Advice.Of("An address of the MX host shows no certificate.", "Senders with a policy refuse it.", "Switch on STARTTLS with a certificate for the host's name."), [.. evidence, "An address without TLS."]);
        }
        // DANE vouches for a certificate that no public authority knows (RFC 7672 §3.1).
        if (DaneChecks.Of(talk, examined) == true)
        {
            return Rule.Pass([.. evidence, "DANE vouches for it."]);
        }
        var at = examined.Facts.At;
        if (encrypted.Exists(fact => fact.IsChainTrusted == false || fact.IsNameValid == false || fact.CertificateEnds < at))
        {
            return Rule.Fail(Advice.Of("The certificate is out of date, for another name, or of nobody that senders trust.", "Senders with a policy (MTA-STS) do not deliver.", "Order a certificate for the MX host's name from a public authority.", "Send the whole chain.", "Let it be renewed by itself."), evidence);
        }
        if (encrypted.Exists(fact => fact.IsChainTrusted is null || fact.IsNameValid is null))
        {
            return Rule.Unknown([.. evidence, "The certificate was not judged."]);
        }
        return encrypted.Exists(fact => fact.CertificateEnds - at < Soon)
            ? Rule.Warn(Advice.Of("The certificate ends within 14 days.", "Afterwards senders with a policy do not deliver.", "Renew it."), evidence).Whole()
            : Rule.Pass(evidence);
    }

    private static string TextOf(MailHostFact fact) => string.Create(
        CultureInfo.InvariantCulture,
        $"{HostTalk.Where(fact)}: for {string.Join(", ", fact.CertificateNames)}, until {fact.CertificateEnds:yyyy-MM-dd}{(fact.IsChainTrusted == false ? ", not trusted" : "")}{(fact.IsNameValid == false ? ", another name" : "")}");
}
