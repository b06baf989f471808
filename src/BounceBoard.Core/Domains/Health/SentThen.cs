using System.Net;
using BounceBoard.Core.Domains.Dkim;
using BounceBoard.Core.Domains.Spf;

namespace BounceBoard.Core.Domains.Health;

/// <summary>How one mail stood with the records of an examination: SPF of the address it left from, and the key of its signature.</summary>
/// <param name="Ip">Where it left from; null when unknown, and then SPF is too.</param>
/// <param name="Spf">What check_host() gives over the answers of then; null when they do not suffice.</param>
/// <param name="Selector">Of its signature; null when unknown.</param>
/// <param name="Key">State of the key of then; null when there was none, or <paramref name="KeyAnswer"/> is no answer.</param>
/// <param name="KeyAnswer">What DNS said of the key; Unknown also when it was not asked then.</param>
public sealed record SentThen(IPAddress? Ip, SpfEvaluation? Spf, string? Selector, DkimKeyState? Key, DnsState KeyAnswer)
{
    /// <summary>A fault for which receivers refuse mail: SPF fails, or the signature cannot verify.</summary>
    public bool IsFaulty => IsSpfFaulty || IsKeyFaulty;

    public bool IsSpfFaulty => Spf?.Result is SpfResult.Fail or SpfResult.Softfail or SpfResult.Permerror;

    public bool IsKeyFaulty => Selector is not null && (KeyAnswer == DnsState.Absent || Key is DkimKeyState.Invalid or DkimKeyState.Revoked or DkimKeyState.Unusable);

    /// <param name="mailFrom">Envelope sender; null when unknown. Of the null sender nothing can be said, for the HELO name is not known.</param>
    /// <param name="signer">Domain and selector of the signature; null where unknown. The key is looked for where the domain is the examined one.</param>
    /// <param name="at">When the mail was sent.</param>
    public static SentThen Of(DomainFacts facts, IPAddress? ip, string? mailFrom, (string Domain, string Selector)? signer, DateTimeOffset at)
    {
        var spf = ip is null || mailFrom is null || !mailFrom.Contains('@', StringComparison.Ordinal) ? null
            // HELO stands in no record's way but one with the macro h; the domain is the likeliest name.
            : SpfEvaluator.Evaluate(new SpfRequest { Ip = ip, MailFrom = mailFrom, Helo = facts.Domain.Value, At = at }, facts.Dns);
        var selector = signer is { } by && by.Domain == facts.Domain.Value ? by.Selector : null;
        var answer = selector is null ? null : facts.Dns.Find($"{selector}._domainkey.{facts.Domain}", RecordType.Txt);
        return new SentThen(
            ip,
            spf is { IsComplete: true, Result: not SpfResult.Temperror } ? spf : null,
            selector,
            answer is { State: DnsState.Found } ? answer.Records.Select(DkimKey.Parse).Max(reading => reading.State) : null,
            answer?.State ?? DnsState.Unknown);
    }
}
