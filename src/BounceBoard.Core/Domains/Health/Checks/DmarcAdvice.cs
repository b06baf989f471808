using BounceBoard.Core.Domains.Dmarc;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>What a reader does about DMARC.</summary>
internal static class DmarcAdvice
{
    public static HealthAdvice Missing(Examined examined) => Advice.Of(
        "No record says what receivers shall do with mail that only claims to come from the domain.",
        "Anybody can write in its name, and nobody reports it. Large receivers refuse bulk mail without DMARC.",
        "Choose a mailbox for reports and put it in place of the address below.",
        "Publish the record; p=none changes no delivery.",
        "Read the reports for some weeks, then raise the policy.").Publishing(
            Advice.Txt(TreeWalk.RecordName(examined.Domain), $"v=DMARC1; p=none; rua=mailto:dmarc-reports@{examined.Domain}"));

    public static HealthAdvice Weak(Examined examined) => Advice.Of(
        "Receivers are asked to deliver mail that fails DMARC as if nothing were wrong.",
        "It reports forged mail and stops none of it.",
        "Check in the reports that the mail of every own system passes.",
        "Publish the next stricter policy.",
        "Go on to reject only where no person writes through mailing lists (RFC 9989 §7.4).").Publishing(DmarcDraft.With(examined, "p", "quarantine"));

    public static HealthAdvice WeakBelow(Examined examined, bool exists) => Advice.Of(
        exists ? "Mail forged in the name of a subdomain is delivered." : "Mail forged in the name of a subdomain that does not exist is delivered.",
        exists ? "Forgers use names such as mail. or news. below the domain." : "Forgers invent names below the domain, and no genuine mail can come from them.",
        exists ? "Give subdomains that send mail a record of their own." : "Names that do not exist send no genuine mail, so np=reject needs no trial.",
        "Publish the record.").Publishing(exists ? DmarcDraft.With(examined, "sp", "quarantine") : DmarcDraft.With(examined, "np", "reject"));
}
