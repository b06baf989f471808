using BounceBoard.Core.Domains.Dmarc;

namespace BounceBoard.Core.Domains.Dkim;

/// <summary>What is worth saying of a key that can be read.</summary>
internal static class DkimKeyRules
{
    private const string Record = "RFC 6376 §3.6.1";

    public static IEnumerable<DkimFinding> Find(DkimKey key, IReadOnlyList<DmarcTag> tags) =>
        [.. Length(key), .. Restrictions(key, tags), .. tags.Select(Unused).OfType<DkimFinding>()];

    private static IEnumerable<DkimFinding> Length(DkimKey key)
    {
        if (key.Type != DkimKeyType.Rsa)
            yield break;
        if (key.Bits < DkimKey.FewestBits)
            yield return new(DkimFindingKind.BrokenKeyLength, FindingSeverity.Error, "", $"An RSA key of {key.Bits} bits can be broken; verifiers must not accept less than {DkimKey.FewestBits}.", "RFC 8301 §3.2");
        else if (key.Bits < DkimKey.WantedBits)
            yield return new(DkimFindingKind.ShortKey, FindingSeverity.Warning, "", $"An RSA key of {key.Bits} bits is accepted, but {DkimKey.WantedBits} are wanted.", "RFC 8301 §3.2");
        else if (key.Bits > DkimKey.MostBits)
            yield return new(DkimFindingKind.LongKey, FindingSeverity.Warning, "", $"Verifiers need not manage RSA keys of more than {DkimKey.MostBits} bits, and this has {key.Bits}.", "RFC 8301 §3.2");
    }

    private static IEnumerable<DkimFinding> Restrictions(DkimKey key, IReadOnlyList<DmarcTag> tags)
    {
        if (key.IsTesting)
            yield return new(DkimFindingKind.TestMode, FindingSeverity.Warning, Text("t"), "The domain says that it tests DKIM; a signature that fails is then treated as none at all.", Record);
        if (key.IsStrict)
            yield return new(DkimFindingKind.StrictIdentity, FindingSeverity.Note, Text("t"), "Signatures must name exactly this domain in i=, no subdomain.", Record);
        if (!key.AllowsSha256)
            yield return new(DkimFindingKind.Sha256Excluded, FindingSeverity.Error, Text("h"), "The key may not be used with sha256, the only hash that verifiers accept.", "RFC 8301 §3.1");
        if (!key.IsForMail)
            yield return new(DkimFindingKind.NotForMail, FindingSeverity.Error, Text("s"), "The key is not for mail: s names neither * nor email, so verifiers of mail ignore it.", Record);

        string Text(string name) => tags.FirstOrDefault(tag => tag.Name == name)?.Text ?? "";
    }

    private static DkimFinding? Unused(DmarcTag tag) => tag.Name switch
    {
        "" => null,
        _ when !tag.Text.StartsWith(tag.Name, StringComparison.Ordinal) =>
            new(DkimFindingKind.UnknownTag, FindingSeverity.Warning, tag.Text, $"Verifiers do not know this tag: names are compared with regard to case, and it would be \"{tag.Name}\".", "RFC 6376 §3.2"),
        "v" or "k" or "p" or "h" or "s" or "n" => null,
        "t" when tag.Value.Split(':', StringSplitOptions.TrimEntries).FirstOrDefault(flag => flag is not ("y" or "s" or "Y" or "S")) is { } flag =>
            new(DkimFindingKind.UnknownFlag, FindingSeverity.Note, tag.Text, $"The flag \"{flag}\" means nothing; verifiers ignore it.", Record),
        "t" => null,
        "g" => new(DkimFindingKind.HistoricTag, FindingSeverity.Note, tag.Text, "The tag g is gone from the standard; verifiers ignore it, some old ones fail where it is empty.", "RFC 6376 appendix C"),
        _ => new(DkimFindingKind.UnknownTag, FindingSeverity.Note, tag.Text, "Verifiers do not know this tag and ignore it.", "RFC 6376 §3.2"),
    };
}
