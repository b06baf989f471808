using System.Globalization;
using BounceBoard.Core.Domains.Dmarc;

namespace BounceBoard.Core.Domains.Dkim;

/// <summary>Reads a signature by RFC 6376 §3.5 and §6.1.1: the first fault is kept, and as much as can be shown of the rest.</summary>
internal sealed class DkimSignatureReader(IReadOnlyList<DmarcTag> tags)
{
    // A signature of 4096 bits over a hundred fields has 3,000 characters.
    private const int LongestValue = 16384;
    private const int MostSeconds = 12;
    private const int MostDigits = 76;
    private DkimFailure _failure = DkimFailure.Nothing;
    private string _problem = "";

    public static DkimSignatureReading Read(string value)
    {
        if (value.Length > LongestValue)
        {
            return new DkimSignatureReading(new DkimSignature(), DkimFailure.Syntax, $"The field has more than {LongestValue} characters.");
        }
        var reader = new DkimSignatureReader(TagList.Read(value));
        var signature = reader.Read();
        return new DkimSignatureReading(signature, reader._failure, reader._problem);
    }

    private DkimSignature Read()
    {
        CheckList();
        var domain = Required("d").ToLowerInvariant();
        var canonical = (Find("c") ?? "simple/simple").ToLowerInvariant().Split('/');
        var signature = new DkimSignature
        {
            Domain = domain,
            Selector = Required("s").ToLowerInvariant(),
            Algorithm = Required("a").ToLowerInvariant(),
            Identity = Find("i") ?? $"@{domain}",
            SignedFields = [.. Required("h").Split(':')],
            IsHeaderRelaxed = canonical[0] == "relaxed",
            IsBodyRelaxed = canonical is [_, "relaxed"],
            BodyLength = Number("l", MostDigits),
            BodyHash = Octets("bh"),
            Octets = Octets("b"),
            SignedAt = Time("t"),
            ExpiresAt = Time("x"),
        };
        if (canonical.Length > 2 || canonical.Any(word => word is not ("simple" or "relaxed")))
            Fail(DkimFailure.Syntax, "The canonicalization c is simple or relaxed, for header and body.");
        CheckMeaning(signature);
        return signature;
    }

    private void CheckList()
    {
        if (tags.FirstOrDefault(tag => tag.Name.Length == 0) is { } bad)
            Fail(DkimFailure.Syntax, $"\"{Shortened(bad.Text)}\" is no tag of a list (RFC 6376 §3.2).");
        else if (tags.GroupBy(NameOf, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } repeated)
            Fail(DkimFailure.Syntax, $"The tag \"{repeated.Key}\" stands more than once (RFC 6376 §3.2).");
        else if (Find("v") != "1")
            Fail(DkimFailure.Version, "The version must be v=1; this is a draft's or none (RFC 6376 §3.5).");
    }

    private void CheckMeaning(DkimSignature signature)
    {
        if (signature.Algorithm == "rsa-sha1")
            Fail(DkimFailure.Sha1, "The signature uses SHA-1, which has failed for good (RFC 8301 §3.1).");
        else if (signature.Algorithm is not ("rsa-sha256" or "ed25519-sha256"))
            Fail(DkimFailure.UnknownAlgorithm, $"The algorithm \"{Shortened(signature.Algorithm)}\" is unknown (RFC 6376 §3.3, RFC 8463 §3).");
        if (Find("q") is { } ways && !ways.Split(':').Contains("dns/txt", StringComparer.OrdinalIgnoreCase))
            Fail(DkimFailure.QueryMethod, "The key is not to be found by dns/txt, the only way there is (RFC 6376 §3.5).");
        if (!signature.SignedFields.Contains("from", StringComparer.OrdinalIgnoreCase))
            Fail(DkimFailure.FromNotSigned, "The From field is not signed (RFC 6376 §5.4).");
        if (signature.KeyQuestion is null)
            Fail(DkimFailure.Syntax, "Selector and domain are no name that DNS could be asked for.");
        if (!signature.Identity.Contains('@', StringComparison.Ordinal))
            Fail(DkimFailure.Syntax, "The identity i has no \"@\" (RFC 6376 §3.5).");
        else if (signature.IdentityDomain != signature.Domain && !signature.IdentityDomain.EndsWith($".{signature.Domain}", StringComparison.Ordinal))
            Fail(DkimFailure.DomainMismatch, "The identity i is neither of the domain d nor of one below it (RFC 6376 §3.5).");
        if (signature.ExpiresAt <= signature.SignedAt)
            Fail(DkimFailure.Syntax, "The signature ends before it begins: x is not later than t (RFC 6376 §3.5).");
    }

    private string Required(string name)
    {
        var value = Find(name) ?? "";
        if (value.Length == 0)
            Fail(DkimFailure.Syntax, $"The tag {name} is missing or empty (RFC 6376 §3.5).");
        return value;
    }

    private byte[] Octets(string name)
    {
        var text = Required(name);
        var octets = new byte[text.Length];
        if (Convert.TryFromBase64String(text, octets, out var length))
        {
            return octets[..length];
        }
        Fail(DkimFailure.Syntax, $"The value of {name} is not base64 (RFC 6376 §3.5).");
        return [];
    }

    private DateTimeOffset? Time(string name) => Number(name, MostSeconds) is { } seconds
        ? DateTimeOffset.FromUnixTimeSeconds(Math.Min(seconds, DateTimeOffset.MaxValue.ToUnixTimeSeconds()))
        : null;

    private long? Number(string name, int most)
    {
        if (Find(name) is not { } text)
        {
            return null;
        }
        if (text.Length is 0 || text.Length > most || !text.All(char.IsAsciiDigit))
        {
            Fail(DkimFailure.Syntax, $"The value of {name} is not a number of at most {most} digits (RFC 6376 §3.5).");
            return null;
        }
        // More octets than any mail has is as good as any other such number.
        return long.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : long.MaxValue;
    }

    // White space may stand anywhere in the values that are read here (RFC 6376 §3.5).
    private string? Find(string name) =>
        tags.FirstOrDefault(tag => tag.Name.Length > 0 && NameOf(tag) == name) is { } found ? string.Concat(found.Value.Where(c => !char.IsWhiteSpace(c))) : null;

    // Names are compared with regard to case, unlike in DMARC (RFC 6376 §3.2).
    private static string NameOf(DmarcTag tag) => tag.Text[..tag.Name.Length];

    private static string Shortened(string text) => text.Length <= 40 ? text : $"{text[..40]}…";

    private void Fail(DkimFailure failure, string problem) =>
        (_failure, _problem) = _failure == DkimFailure.Nothing ? (failure, problem) : (_failure, _problem);
}
