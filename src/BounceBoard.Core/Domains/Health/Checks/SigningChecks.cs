using System.Globalization;
using BounceBoard.Core.Domains.Health.Scoring;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>Signatures and keys of a signed zone, before they fail (RFC 4035 §5, RFC 8624, RFC 9276).</summary>
internal static class SigningChecks
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(3);

    private static readonly HealthRule Link = new("dnssec-ds", CheckArea.Dns, "The DS record fits a key of the zone", "RFC 4035 §5");
    private static readonly HealthRule Expiry = new("dnssec-expiry", CheckArea.Dns, "The signatures hold for more than three days", "RFC 4035 §5.3.1");
    private static readonly HealthRule Algorithm = new("dnssec-algorithm", CheckArea.Dns, "Keys and hashes are those of today", "RFC 8624 §3.1, RFC 9276 §3.1");

    public static IEnumerable<Judged> Find(Examined examined)
    {
        List<(string Server, ZoneSigning Signing)> said = [.. examined.Facts.NameServers.SelectMany(server => server.Signing is { } signing ? [(server.Name, signing)] : Array.Empty<(string, ZoneSigning)>())];
        var keys = said.Select(one => one.Signing.Keys).FirstOrDefault(keys => keys is not null);
        var isZone = examined.Ask(examined.Domain, RecordType.Ns).State == DnsState.Found;
        return isZone ? [LinkOf(examined, keys), ExpiryOf(examined.Facts.At, said), AlgorithmOf(keys, said)] : [];
    }

    private static Judged LinkOf(Examined examined, IReadOnlyList<ZoneKey>? keys)
    {
        var answer = examined.Ask(examined.Domain, RecordType.Ds);
        var fits = keys?.Any(key => answer.Records.Any(text => text.StartsWith(string.Create(CultureInfo.InvariantCulture, $"{key.Tag} {key.Algorithm} "), StringComparison.Ordinal)));
        List<string> evidence = [.. answer.Records.Select(text => $"DS {text}"), .. (keys ?? []).Select(Words)];
        return (answer.State, keys) switch
        {
            (DnsState.Absent, null or { Count: 0 }) => Link.NotApplicable("The zone is not signed."),
            (DnsState.Absent, _) => Link.Warn(Advice.Of("The zone is signed, and the zone above does not say so.", "Nobody checks the signatures, so that they protect nothing.", "Give the DS record of the key with flags 257 to the registrar."), evidence),
            (DnsState.Unknown, null or { Count: 0 }) => Link.NotApplicable(Examined.Unanswered(answer)),
            (DnsState.Unknown, _) => Link.Unknown(Examined.Unanswered(answer)),
            (_, null) => Link.Unknown("No name server gave its keys."),
            _ => fits == true ? Link.Pass(evidence)
                : Link.Fail(Advice.Of("The DS record in the zone above fits no key of the zone.", "Receivers that validate see none of its records: mail is refused or waits.", "Publish the DS record of today's key at the registrar.", "Or remove the DS record until the zone is signed again."), evidence),
        };
    }

    private static Judged ExpiryOf(DateTimeOffset at, List<(string Server, ZoneSigning Signing)> said)
    {
        var signed = said.Where(one => one.Signing.Until is not null).ToList();
        var late = signed.Where(one => IsLate(at, one.Signing)).ToList();
        return signed.Count == 0 ? Expiry.NotApplicable("No name server showed a signature.")
            : late.Count == 0 ? Expiry.Pass([.. signed.Select(one => Ends(one.Server, one.Signing))])
            : Expiry.Issue(late.Exists(one => one.Signing.Until <= at), Advice.Of("The signatures of the zone end soon or have ended.", "From then on receivers that validate see none of its records: mail is refused or waits.",
                "Sign the zone again, and look at why the signer did not.", "Where only some servers are named, look at the transfer to them."), [.. late.Select(one => Ends(one.Server, one.Signing))]);
    }

    // Signers that sign at each question make signatures of a day or two; those are late only in their last quarter.
    private static bool IsLate(DateTimeOffset at, ZoneSigning signing)
    {
        var left = signing.Until - at;
        var quarter = (signing.Until - signing.From) / 4;
        return left < Soon && left < (quarter ?? Soon);
    }

    private static string Ends(string server, ZoneSigning signing) => string.Create(CultureInfo.InvariantCulture, $"{server}: until {signing.Until:u}.");

    private static Judged AlgorithmOf(IReadOnlyList<ZoneKey>? keys, List<(string Server, ZoneSigning Signing)> said)
    {
        var rounds = said.Select(one => one.Signing.Nsec3Iterations).FirstOrDefault(rounds => rounds is not null);
        List<string> odd =
        [
            .. (keys ?? []).Where(IsOld).Select(key => $"{Words(key)} Resolvers give the algorithm up, and the zone counts as not signed."),
            .. (keys ?? []).Where(IsShort).Select(key => $"{Words(key)} RSA under 2,048 bits is not to be trusted for years."),
            .. rounds > 0 ? [$"NSEC3 with {rounds} extra rounds; the rule is 0."] : Array.Empty<string>(),
        ];
        return keys is null or { Count: 0 } ? Algorithm.NotApplicable("No name server showed a key.")
            : odd.Count == 0 ? Algorithm.Pass([.. keys.Select(Words)])
            : Algorithm.Warn(Advice.Of("The zone is signed with means of yesterday.", "Resolvers drop old algorithms and many rounds of hashing, and the signatures then protect nothing.", "Roll the keys over to algorithm 13 (ECDSA P-256).", "Set the iterations of NSEC3 to 0, with no salt."), odd);
    }

    // RSA/MD5, DSA, GOST must not be used, SHA-1 is not recommended.
    private static bool IsOld(ZoneKey key) => key.Algorithm is 1 or 3 or 5 or 6 or 7 or 12;

    private static bool IsShort(ZoneKey key) => key.Algorithm is 8 or 10 && key.Bits < 2048;

    private static string Words(ZoneKey key) => string.Create(CultureInfo.InvariantCulture, $"DNSKEY {key.Tag}, flags {key.Flags}, algorithm {key.Algorithm}, {key.Bits} bits.");
}
