namespace BounceBoard.Core.Domains.Dmarc;

/// <summary>Reads a record with the tolerance that receivers must have (RFC 9989 §4.7, §4.8, §4.10.1), and says what was tolerated.</summary>
public static class DmarcParser
{
    private const string Version = "DMARC1";

    /// <summary>True for texts that begin with the version tag; all others at the name are not DMARC's business (RFC 9989 §4.10).</summary>
    public static bool IsRecord(string text) => TagList.HasVersion(text, Version);

    public static DmarcReading Parse(string text)
    {
        if (!IsRecord(text))
        {
            return new DmarcReading(null, [new(DmarcFindingKind.NotARecord, FindingSeverity.Error, "",
                "The text does not begin with the tag v=DMARC1, in exactly this case, so receivers ignore all of it.", "RFC 9989 §4.7")]);
        }
        var tags = TagList.Read(text);
        if (tags.Where(tag => tag.Name.Length > 0).GroupBy(tag => tag.Name).FirstOrDefault(same => same.Count() > 1) is { } repeated)
        {
            return new DmarcReading(null, [new(DmarcFindingKind.RepeatedTag, FindingSeverity.Error, repeated.Last().Text,
                $"The tag \"{repeated.Key}\" stands more than once, which makes the whole list invalid.", "RFC 6376 §3.2")]);
        }
        var reader = new TagReader(tags);
        var record = reader.Read(text);
        var isUnusable = reader.HasBadPolicy && record.AggregateReports.Count == 0;
        if (reader.HasBadPolicy)
        {
            // Somebody meant to publish a policy and wants reports: that much is kept (§4.10.1).
            record = record with { Policy = DmarcPolicy.None, SubdomainPolicy = null, NonexistentPolicy = null };
            reader.Findings.Add(new(DmarcFindingKind.UnusablePolicy, FindingSeverity.Error, "", isUnusable
                ? "A policy cannot be read and no report address can be used, so receivers do not apply DMARC."
                : "A policy cannot be read, so receivers act as if it were p=none.", "RFC 9989 §4.10.1"));
        }
        return new DmarcReading(isUnusable ? null : record, [.. reader.Findings, .. TagRules.Find(tags, record)]);
    }
}
