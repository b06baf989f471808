using BounceBoard.Core.Domains.Dmarc;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>The published record with one tag changed.</summary>
internal static class DmarcDraft
{
    /// <returns>None where another organization's record would have to change.</returns>
    public static IReadOnlyList<ProposedRecord> With(Examined examined, string tag, string value) => Of(examined, tag, value);

    public static IReadOnlyList<ProposedRecord> Without(Examined examined, string tag) => Of(examined, tag, null);

    private static IReadOnlyList<ProposedRecord> Of(Examined examined, string tag, string? value)
    {
        if (examined.Dmarc is not { Record: { } record, PolicyDomain: { } domain })
        {
            return [];
        }
        // A subdomain that lives under its parent's record gets one of its own for its own policy; what stands below it is the parent's.
        if (domain != examined.Domain && tag != "p")
        {
            return [];
        }
        List<string> tags = [.. record.Tags.Where(one => one.Name.Length > 0 && one.Name != tag && one.Name != "v" && (domain == examined.Domain || one.Name is not ("sp" or "np" or "psd"))).Select(one => one.Text.Trim())];
        if (value is not null)
        {
            // The policy stands right after the version: older receivers want it there (RFC 7489 §6.3).
            tags.Insert(tag == "p" ? 0 : Math.Min(1, tags.Count), $"{tag}={value}");
        }
        return [Advice.Txt(TreeWalk.RecordName(examined.Domain), string.Join("; ", ["v=DMARC1", .. tags]))];
    }
}
