using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Health;

namespace BounceBoard.Operations.Domains.Exams;

/// <summary>Reads records as a person pastes them: lines of a zone file, or the text of a policy record alone, whose name is known then.</summary>
public static class PlannedRecords
{
    private const int MostLines = 50;
    private const int LongestText = 16_384;

    private static readonly (string Start, string Label)[] Known =
        [("v=spf1", ""), ("v=DMARC1", "_dmarc."), ("v=STSv1", "_mta-sts."), ("v=TLSRPTv1", "_smtp._tls."), ("v=BIMI1", "default._bimi.")];

    private static readonly char[] White = [' ', '\t'];

    /// <summary>Reads a pasted text; empty lines and comments (";") are passed over.</summary>
    public static OperationResult<IReadOnlyList<ProposedRecord>> Read(DomainName domain, string text)
    {
        if (text.Length > LongestText)
        {
            return new OperationResult.Refused($"The text is longer than {LongestText} characters. Paste the records of one domain.");
        }
        List<ProposedRecord> records = [];
        foreach (var line in text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != ';'))
        {
            if (OfLine(domain, line) is not { } record)
            {
                return new OperationResult.Refused(
                    $"'{(line.Length > 60 ? line[..60] + "…" : line)}' is no record. Write it like: _dmarc.{domain.Value} TXT \"v=DMARC1; p=reject\"");
            }
            records.Add(record);
        }
        return records.Count switch
        {
            0 => new OperationResult.Refused("Paste at least one record."),
            > MostLines => new OperationResult.Refused($"More than {MostLines} records. Paste those that change."),
            _ => records,
        };
    }

    private static ProposedRecord? OfLine(DomainName domain, string line)
    {
        var alone = Unquoted(line);
        foreach (var (start, label) in Known)
        {
            if (alone.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            {
                return new ProposedRecord(label + domain.Value, RecordType.Txt, alone);
            }
        }
        var (name, rest) = Cut(line);
        while (rest.Length > 0)
        {
            (var word, rest) = Cut(rest);
            if (Enum.TryParse<RecordType>(word, ignoreCase: true, out var type) && Enum.IsDefined(type) && !char.IsAsciiDigit(word[0]))
            {
                return rest.Length == 0 ? null : new ProposedRecord(FullName(domain, name), type, type == RecordType.Txt ? Unquoted(rest) : rest);
            }
            // What may stand before the type: a time to live and the class (RFC 1035 §5.1).
            if (!word.All(char.IsAsciiDigit) && !word.Equals("IN", StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }
        }
        return null;
    }

    private static (string Word, string Tail) Cut(string text) =>
        text.IndexOfAny(White) is >= 0 and var end ? (text[..end], text[end..].TrimStart(White)) : (text, "");

    // A name without a dot at its end belongs to the domain, unless it says the domain itself already.
    private static string FullName(DomainName domain, string name) => name switch
    {
        "@" => domain.Value,
        _ when name.EndsWith('.') => name[..^1].ToLowerInvariant(),
        _ when name.Equals(domain.Value, StringComparison.OrdinalIgnoreCase)
            || name.EndsWith("." + domain.Value, StringComparison.OrdinalIgnoreCase) => name.ToLowerInvariant(),
        _ => $"{name.ToLowerInvariant()}.{domain.Value}",
    };

    // Strings of one record are one text (RFC 7208 §3.3): "a" "b" is ab.
    private static string Unquoted(string text)
    {
        if (!text.StartsWith('"'))
        {
            return text;
        }
        var parts = text.Split('"');
        return string.Concat(parts.Where((_, place) => place % 2 == 1));
    }
}
