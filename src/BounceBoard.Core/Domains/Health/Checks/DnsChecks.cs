using BounceBoard.Core.Domains.Health.Scoring;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>The zone in which all of it stands.</summary>
internal static class DnsChecks
{
    private static readonly HealthRule Dnssec = new("dnssec", CheckArea.Dns, "The zone is signed and validates", "RFC 4035 §5");
    private static readonly HealthRule Authorities = new("caa", CheckArea.Dns, "CAA records can be read", "RFC 8659 §4");

    public static IEnumerable<Judged> Find(Examined examined) =>
    [
        DnssecOf(examined), .. SigningChecks.Find(examined), .. NameServerChecks.Find(examined), DelegationChecks.Find(examined), .. SoaChecks.Find(examined), .. ServerMannerChecks.Find(examined),
        WildcardCheck.Find(examined), TtlChecks.Find(examined), DanglingChecks.Find(examined), CaaOf(examined), .. TlsaPairChecks.Find(examined),
    ];

    public static Judged DnssecOf(Examined examined) => (examined.Facts.Dnssec switch
    {
        DnssecState.Secure => Dnssec.Pass("Validated."),
        DnssecState.Unknown => Dnssec.Unknown("No validating resolver answered."),
        DnssecState.Insecure => Dnssec.Warn(Advice.Of("The zone is not signed.", "Its answers can be forged, and DANE cannot be used.", "Switch on DNSSEC at the DNS host.", "Give the DS record to the registrar."), "Not signed."),
        DnssecState.Bogus => Dnssec.Fail(Advice.Of("The signatures of the zone do not validate.", "Receivers that validate see none of its records: mail is refused or waits.", "Compare the DS record at the registrar with the keys of the zone.", "Remove the DS record until the zone is signed again."), "Validation failed.") with { Cap = CapId.DnssecBogus },
    }).Holding(Part.Dnssec);

    private static Judged CaaOf(Examined examined)
    {
        var answer = examined.Ask(examined.Domain, RecordType.Caa);
        var odd = answer.Records.Where(text => !IsCaa(text)).ToList();
        return answer.State switch
        {
            DnsState.Unknown => Authorities.Unknown(Examined.Unanswered(answer)),
            DnsState.Absent => Authorities.NotApplicable("No CAA record: every authority may issue certificates."),
            DnsState.Found => odd.Count == 0 ? Authorities.Pass(answer.Records)
                : Authorities.Warn(Advice.Of("A CAA record cannot be read.", "An authority may refuse to issue a certificate, also for the mail servers.", "Write flags, tag and value, for example 0 issue \"ca.example\"."), odd),
        };
    }

    // Flags 0 to 255, a tag of letters and digits, a value; tags nobody knows are allowed unless they are critical (RFC 8659 §4.1).
    private static bool IsCaa(string text) =>
        text.Split(' ', 3) is [var flags, var tag, var value] && byte.TryParse(flags, System.Globalization.CultureInfo.InvariantCulture, out var bits)
        && tag.Length > 0 && tag.All(char.IsAsciiLetterOrDigit) && value.Length > 0
        && (bits < 128 || tag.ToLowerInvariant() is "issue" or "issuewild" or "iodef" or "issuemail" or "issuevmc");
}
