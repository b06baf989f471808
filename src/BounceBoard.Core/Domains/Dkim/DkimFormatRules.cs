using BounceBoard.Core.Domains.Dmarc;

namespace BounceBoard.Core.Domains.Dkim;

/// <summary>What makes a text no key record at all, or one that strict verifiers ignore (RFC 6376 §3.2, §3.6.1).</summary>
internal static class DkimFormatRules
{
    private const string Version = "DKIM1";

    public static IReadOnlyList<DkimFinding> Find(string text, IReadOnlyList<DmarcTag> tags)
    {
        if (string.IsNullOrWhiteSpace(text) || tags.All(tag => tag.Name.Length == 0))
        {
            return [Error(DkimFindingKind.NotARecord, "", "The text is no list of tags such as v=DKIM1; k=rsa; p=…, so it holds no key.", "RFC 6376 §3.6.1")];
        }
        // Pasted from a zone file into a form that quotes by itself: one sentence says more than what follows from it.
        if (tags.Any(tag => tag.Name != "n" && tag.Text.Contains('"', StringComparison.Ordinal)))
        {
            return [Error(DkimFindingKind.PastedQuotes, "", "Quotation marks are part of the record; they belong to zone files only. Publish it without them.", "RFC 6376 §3.6.2.2")];
        }
        if (tags.Any(tag => tag.Name != "n" && tag.Text.EndsWith('\\')))
        {
            return [Error(DkimFindingKind.EscapedSemicolon, "", "Backslashes before the semicolons are part of the record; they belong to zone files only. Publish it without them.", "RFC 6376 §3.6.2.2")];
        }
        return [.. Tags(tags), .. VersionOf(tags)];
    }

    private static IEnumerable<DkimFinding> Tags(IReadOnlyList<DmarcTag> tags)
    {
        HashSet<string> seen = [];
        foreach (var tag in tags)
        {
            if (tag.Text.Length == 0)
                yield return new(DkimFindingKind.EmptyTag, FindingSeverity.Warning, "", "Two semicolons stand together; strict verifiers do not read the record.", "RFC 6376 §3.2");
            else if (tag.Name.Length == 0)
                yield return Error(DkimFindingKind.BadTag, tag.Text, "This is no tag: a name, an equals sign, a value. Verifiers ignore the whole record.", "RFC 6376 §3.2");
            else if (!seen.Add(tag.Text[..tag.Name.Length]))
                yield return Error(DkimFindingKind.RepeatedTag, tag.Text, $"The tag \"{tag.Name}\" stands more than once, which makes the whole list invalid.", "RFC 6376 §3.2");
        }
    }

    private static IEnumerable<DkimFinding> VersionOf(IReadOnlyList<DmarcTag> tags)
    {
        for (var i = 0; i < tags.Count; i++)
        {
            if (!tags[i].Text.StartsWith('v') || tags[i].Name != "v")
                continue;
            if (tags[i].Value != Version)
                yield return Error(DkimFindingKind.BadVersion, tags[i].Text, "The version must be DKIM1, in exactly this case; verifiers discard the record.", "RFC 6376 §3.6.1");
            else if (i > 0)
                yield return Error(DkimFindingKind.VersionNotFirst, tags[i].Text, "The version must be the first tag; verifiers that keep the rule discard the record.", "RFC 6376 §3.6.1");
        }
    }

    private static DkimFinding Error(DkimFindingKind kind, string tag, string sentence, string reference) => new(kind, FindingSeverity.Error, tag, sentence, reference);
}
