using BounceBoard.Core.Domains.Dkim;
using BounceBoard.Core.Domains.Health.Scoring;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>One selector.</summary>
internal static class SelectorChecks
{
    private static readonly HealthRule Key = new("dkim-key", CheckArea.Dkim, "The key can verify mail and is long enough", "RFC 6376 §3.6.1, RFC 8301 §3.2");

    /// <summary>A selector that signed mail this long ago is still in use, as far as one can tell: keys are changed within days.</summary>
    private static readonly TimeSpan InUse = TimeSpan.FromDays(7);

    public static Judged Of(SelectorKey key, Examined examined) => Judge(key, examined).About(key.Selector.Selector);

    private static Judged Judge(SelectorKey key, Examined examined)
    {
        var domain = examined.Domain;
        if (key.Answer.State == DnsState.Unknown)
        {
            return Key.Unknown(Examined.Unanswered(key.Answer));
        }
        if (key.Answer.State == DnsState.Absent)
        {
            return Absent(key, $"{KeyName.Of(key.Selector.Selector, domain)}: no record ({key.Answer.Rcode}).", examined.Facts.At);
        }
        if (key.Reading is not { } reading)
        {
            return Key.Fail(DkimAdvice.Several, key.Answer.Records);
        }
        List<string> evidence = [SizeText(reading), .. reading.Findings.Select(finding => finding.Text)];
        return reading.State switch
        {
            DkimKeyState.Revoked => key.Selector.Origin == SelectorOrigin.Configured ? Key.Warn(DkimAdvice.Revoked, evidence) : Key.Pass(evidence),
            DkimKeyState.Invalid => Key.Fail(DkimAdvice.Invalid, evidence),
            DkimKeyState.Unusable => Key.Fail(key.IsBreakable ? DkimAdvice.Short : DkimAdvice.Invalid, evidence),
            DkimKeyState.Usable => key.IsTesting ? Key.Warn(DkimAdvice.Testing(key, domain), evidence)
                : !key.IsStrong ? Key.Warn(DkimAdvice.Short, evidence)
                : reading.Findings.Any(finding => finding.Severity != FindingSeverity.Note) ? Key.Warn(DkimAdvice.Odd, evidence)
                : Key.Pass(evidence),
        };
    }

    // Keys come and go (RFC 6376 §3.1): that one which signed once is gone says nothing, and a bounce that anybody may have written proves no use.
    private static Judged Absent(SelectorKey key, string evidence, DateTimeOffset at) => key.Selector switch
    {
        { Origin: SelectorOrigin.Seen, LastSeen: null } => Key.NotApplicable(evidence, "Only bounces that anybody may have written name it."),
        { Origin: SelectorOrigin.Seen, LastSeen: { } last } when at - last > InUse => Key.NotApplicable(evidence, $"It last signed mail that bounced at {last:u}; its key was taken away since."),
        { Origin: SelectorOrigin.Seen, LastSeen: { } last } => Key.Fail(DkimAdvice.Gone(key), evidence, $"It signed mail that bounced at {last:u}."),
        _ => Key.Fail(DkimAdvice.Gone(key), evidence),
    };

    private static string SizeText(DkimReading reading) => reading switch
    {
        { Key: { } key } => key.Type switch { DkimKeyType.Rsa => $"RSA, {key.Bits} bits.", DkimKeyType.Ed25519 => "Ed25519." },
        { IsRevoked: true } => "Revoked: p is empty.",
        _ => "No key that verifiers can read.",
    };
}
