using System.Security.Cryptography;
using System.Text;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Dkim;

namespace BounceBoard.Mail.Domains.Dkim;

/// <summary>Checks the signatures of one message, each in the order of RFC 6376 §6.1: field, key, body, header.</summary>
internal sealed class SignatureCheck(DkimMessage message, IDnsSnapshot dns, DateTimeOffset now)
{
    // Clocks of senders and receivers differ (RFC 6376 §3.5, t).
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);
    private readonly SignedHeader _header = new(message.Fields);
    private readonly Dictionary<bool, ReadOnlyMemory<byte>> _bodies = [];

    public List<RecordQuestion> Missing { get; } = [];

    public DkimSignatureResult Check(DkimField field)
    {
        var (signature, failure, problem) = DkimSignature.Parse(Encoding.Latin1.GetString(field.Value));
        if (failure != DkimFailure.Nothing || signature.KeyQuestion is not { } question)
        {
            return new DkimSignatureResult(signature, failure, problem);
        }
        if (signature.ExpiresAt < now - Tolerance)
        {
            return new DkimSignatureResult(signature, DkimFailure.Expired, $"The signature expired at {signature.ExpiresAt:u} (RFC 6376 §3.5).");
        }
        if (signature.SignedAt > now + Tolerance)
        {
            return new DkimSignatureResult(signature, DkimFailure.InFuture, $"The signature is of {signature.SignedAt:u}, which is still to come (RFC 6376 §3.5).");
        }
        if (dns.Find(question.Name, question.Type) is not { } answer)
        {
            Missing.Add(question);
            return new DkimSignatureResult(signature, DkimFailure.NotAsked, $"DNS was not asked for {question.Name} yet.");
        }
        return answer.State switch
        {
            DnsState.Unknown => new(signature, DkimFailure.DnsFailure, $"DNS gave no answer for {question.Name}: {answer.Rcode}."),
            DnsState.Absent => new(signature, DkimFailure.NoKey, $"There is no key at {question.Name} (RFC 6376 §6.1.2)."),
            // Several records at a name are undefined (§3.6.2.2): the one that is of most use.
            DnsState.Found => WithKey(field, signature, answer.Records.Select(DkimKey.Parse).MaxBy(reading => reading.State)),
        };
    }

    private DkimSignatureResult WithKey(DkimField field, DkimSignature signature, DkimReading? reading)
    {
        var (failure, reason) = KeyRules.FaultOf(signature, reading);
        var body = BodyOf(signature.IsBodyRelaxed);
        var signed = signature.BodyLength is { } length && length < body.Length ? (int)length : body.Length;
        if (failure == DkimFailure.Nothing && signature.BodyLength > body.Length)
            (failure, reason) = (DkimFailure.BodyHash, $"The signature is over {signature.BodyLength} octets of the text, and there are {body.Length}: the end is missing (RFC 6376 §3.5).");
        else if (failure == DkimFailure.Nothing && !signature.BodyHash.Span.SequenceEqual(SHA256.HashData(body.Span[..signed])))
            (failure, reason) = (DkimFailure.BodyHash, "The text is not what was signed: bh differs. Footers, changed line ends and re-encoding do that (RFC 6376 §6.1.3).");
        else if (failure == DkimFailure.Nothing && reading?.Key is { } key && !KeyMatch.Verify(key, _header.Octets(signature, field).Span, signature.Octets.ToArray()))
            (failure, reason) = (DkimFailure.HeaderSignature, "The text is what was signed, but a signed header field is not, or another key signed (RFC 6376 §6.1.3).");
        return new DkimSignatureResult(signature, failure, reason, reading, failure == DkimFailure.Nothing ? body.Length - signed : 0);
    }

    private ReadOnlyMemory<byte> BodyOf(bool relaxed)
    {
        if (!_bodies.TryGetValue(relaxed, out var body))
        {
            _bodies[relaxed] = body = Canonical.Body(message.Body.Span, relaxed);
        }
        return body;
    }
}
