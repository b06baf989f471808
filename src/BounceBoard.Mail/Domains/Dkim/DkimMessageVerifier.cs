using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Dkim;

namespace BounceBoard.Mail.Domains.Dkim;

/// <summary>Verifies the DKIM signatures of a whole mail (RFC 6376 §6) over answers that were already fetched, and says why one does not pass.</summary>
public static class DkimMessageVerifier
{
    /// <summary>Signatures looked at in one mail; more are an attack on the verifier (RFC 6376 §8.4).</summary>
    public const int MostSignatures = 20;

    private const string Field = "DKIM-Signature";

    /// <summary>
    /// Judges all signatures. Where the snapshot lacks a key, the others are judged all the same and
    /// <see cref="DkimVerification.Missing"/> names all that may be asked at once; ask, add, and call again.
    /// </summary>
    /// <param name="mail">The mail as received, with CRLF or LF line ends.</param>
    public static DkimVerification Verify(ReadOnlyMemory<byte> mail, IDnsSnapshot dns, DateTimeOffset now)
    {
        var message = DkimMessage.Of(mail);
        var check = new SignatureCheck(message, dns, now);
        List<DkimSignatureResult> results = [];
        foreach (var field in message.Fields.Where(field => field.Name.Equals(Field, StringComparison.OrdinalIgnoreCase)))
        {
            if (results.Count == MostSignatures)
            {
                results.Add(new DkimSignatureResult(new DkimSignature(), DkimFailure.TooMany, $"Only {MostSignatures} signatures of a mail are looked at (RFC 6376 §8.4)."));
                break;
            }
            results.Add(check.Check(field));
        }
        return new DkimVerification(results, [.. check.Missing.Distinct()]);
    }
}
