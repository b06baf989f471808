namespace BounceBoard.Core.Domains.Dmarc;

/// <summary>Turns tags into a record, and notes each value that had to be replaced by its default (RFC 9989 §4.8).</summary>
internal sealed class TagReader(IReadOnlyList<DmarcTag> tags)
{
    public List<DmarcFinding> Findings { get; } = [];

    /// <summary>One of <c>p</c>, <c>sp</c>, <c>np</c> holds no policy.</summary>
    public bool HasBadPolicy { get; private set; }

    public DmarcRecord Read(string text) => new()
    {
        Text = text,
        Tags = tags,
        Policy = Policy("p") ?? DmarcPolicy.None,
        SubdomainPolicy = Policy("sp"),
        NonexistentPolicy = Policy("np"),
        IsTesting = OneOf("t", "yn", 'n') == 'y',
        Psd = OneOf("psd", "ynu", 'u') switch { 'y' => PsdDeclaration.Yes, 'n' => PsdDeclaration.No, _ => PsdDeclaration.Undetermined },
        IsDkimStrict = OneOf("adkim", "rs", 'r') == 's',
        IsSpfStrict = OneOf("aspf", "rs", 'r') == 's',
        FailureOptions = Options(),
        AggregateReports = Addresses("rua"),
        FailureReports = Addresses("ruf"),
    };

    private DmarcPolicy? Policy(string name)
    {
        if (Find(name) is not { } tag)
        {
            return null;
        }
        DmarcPolicy? policy = tag.Value.ToLowerInvariant() switch
        {
            "none" => DmarcPolicy.None,
            "quarantine" => DmarcPolicy.Quarantine,
            "reject" => DmarcPolicy.Reject,
            _ => null,
        };
        if (policy is null)
        {
            HasBadPolicy = true;
            Bad(tag, "none, quarantine or reject");
        }
        return policy;
    }

    private char OneOf(string name, string allowed, char otherwise)
    {
        if (Find(name) is not { } tag)
        {
            return otherwise;
        }
        if (tag.Value.Length == 1 && allowed.Contains(char.ToLowerInvariant(tag.Value[0]), StringComparison.Ordinal))
        {
            return char.ToLowerInvariant(tag.Value[0]);
        }
        Bad(tag, string.Join(", ", allowed.AsEnumerable()));
        return otherwise;
    }

    private IReadOnlyList<char> Options()
    {
        if (Find("fo") is not { } tag)
        {
            return ['0'];
        }
        var parts = tag.Value.Split(':', StringSplitOptions.TrimEntries);
        if (parts.Any(part => part.ToLowerInvariant() is not ("0" or "1" or "d" or "s")))
        {
            Bad(tag, "0, 1, d, s, with colons between");
            return ['0'];
        }
        return [.. parts.Select(part => char.ToLowerInvariant(part[0])).Distinct()];
    }

    private List<DmarcUri> Addresses(string name)
    {
        List<DmarcUri> found = [];
        foreach (var text in Find(name) is { } tag ? tag.Value.Split(',', StringSplitOptions.TrimEntries) : [])
        {
            if (ReportAddress.Parse(text) is { } uri)
                found.Add(uri);
            else
                Findings.Add(new(DmarcFindingKind.BadReportAddress, FindingSeverity.Error, $"{name}={text}",
                    "This is no address for reports; it must be a URI such as mailto:dmarc@example.org. Receivers skip it.", "RFC 9989 §4.7"));
        }
        return found;
    }

    private DmarcTag? Find(string name) => tags.FirstOrDefault(tag => tag.Name == name);

    private void Bad(DmarcTag tag, string allowed) => Findings.Add(new(DmarcFindingKind.BadValue, FindingSeverity.Error, tag.Text,
        $"The value must be one of: {allowed}.", "RFC 9989 §4.7"));
}
