using BounceBoard.Core.Domains.Dmarc;

namespace BounceBoard.Core.Domains.Dkim;

/// <summary>Reads a key record as RFC 6376 §6.1.2 orders it: a record that does not keep the format is ignored whole.</summary>
internal sealed class DkimKeyReader(string text, IReadOnlyList<DmarcTag> tags)
{
    // A key of 16384 bits has 2800 characters.
    private const int LongestText = 8192;
    private const string Record = "RFC 6376 §3.6.1";

    private readonly List<DkimFinding> _findings = [];

    public static DkimReading Read(string text)
    {
        if (text.Length > LongestText)
        {
            return new DkimReading(null, false, [new(DkimFindingKind.TooLong, FindingSeverity.Error, "",
                $"The text has more than {LongestText} characters; no verifier needs to read such a record.", "RFC 6376 §3.6.2.2")]);
        }
        var reader = new DkimKeyReader(text, TagList.Read(text));
        return reader.Read();
    }

    private DkimReading Read()
    {
        var problems = DkimFormatRules.Find(text, tags);
        _findings.AddRange(problems);
        // What is wrong with the format makes everything behind it wrong; then one sentence is enough.
        var type = problems.All(problem => problem.Severity != FindingSeverity.Error) ? TypeOf(Find("k")) : null;
        if (Find("p") is not { } published)
        {
            if (type is not null)
                Add(DkimFindingKind.NoKey, FindingSeverity.Error, "", "There is no tag p, so the record holds no key and verifiers ignore it.");
            return new DkimReading(null, false, _findings);
        }
        var data = string.Concat(published.Value.Where(c => !char.IsWhiteSpace(c)));
        if (data.Length == 0 && type is not null)
        {
            Add(DkimFindingKind.Revoked, FindingSeverity.Error, published.Text, "The key is revoked: p is empty, so every signature with this selector fails.");
            return new DkimReading(null, true, _findings);
        }
        var key = type is { } known ? DkimKeyMaterial.Read(known, data, published.Text, _findings) : null;
        if (key is null)
        {
            return new DkimReading(null, false, _findings);
        }
        key = Restricted(key with { Text = text });
        _findings.AddRange(DkimKeyRules.Find(key, tags));
        return new DkimReading(key, false, _findings);
    }

    private DkimKeyType? TypeOf(DmarcTag? tag)
    {
        DkimKeyType? type = (tag?.Value ?? "rsa").ToLowerInvariant() switch
        {
            "rsa" => DkimKeyType.Rsa,
            "ed25519" => DkimKeyType.Ed25519,
            _ => null,
        };
        if (type is null)
            Add(DkimFindingKind.UnknownKeyType, FindingSeverity.Error, tag?.Text ?? "", "The key type is neither rsa nor ed25519, so verifiers ignore the record.");
        return type;
    }

    private DkimKey Restricted(DkimKey key)
    {
        var flags = List("t") ?? [];
        return key with
        {
            IsTesting = flags.Contains("y"),
            IsStrict = flags.Contains("s"),
            Hashes = List("h") ?? [],
            Services = List("s") ?? ["*"],
        };
    }

    private List<string>? List(string name) =>
        Find(name) is { } tag ? [.. tag.Value.ToLowerInvariant().Split(':', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)] : null;

    // Names are compared with regard to case, unlike in DMARC (RFC 6376 §3.2).
    private DmarcTag? Find(string name) => tags.FirstOrDefault(tag => tag.Text.StartsWith(name, StringComparison.Ordinal) && tag.Name == name);

    private void Add(DkimFindingKind kind, FindingSeverity severity, string tag, string sentence) => _findings.Add(new(kind, severity, tag, sentence, Record));
}
