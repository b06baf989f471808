using BounceBoard.Mail.Reading.Phrases;

namespace BounceBoard.Mail.Reading.Dsn;

/// <summary>The blocks of a delivery status part: first the message's, then one for each recipient. Blank lines may be missing, fields misspelt with a space before the colon.</summary>
internal sealed record StatusGroups(StatusGroup Message, IReadOnlyList<StatusGroup> Recipients)
{
    /// <summary>More recipients than this are not reported by any MTA in one mail.</summary>
    private const int Most = 5000;

    public static StatusGroups Read(string text)
    {
        var groups = new List<StatusGroup>();
        var current = new StatusGroup();
        groups.Add(current);
        foreach (var line in Unfolded(text))
        {
            if (line.Length == 0)
            {
                current = new StatusGroup();
                groups.Add(current);
                continue;
            }
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var name = colon > 0 ? line[..colon].Trim() : "";
            if (name.Length == 0 || name.AsSpan().ContainsAny(" \t<>@"))
            {
                continue;
            }
            var value = SmtpReply.Collapsed(line[(colon + 1)..]);
            if (!current.TryAdd(name, value))
            {
                current = new StatusGroup();
                current.TryAdd(name, value);
                groups.Add(current);
            }
            if (groups.Count > Most)
            {
                break;
            }
        }
        var message = groups.Find(group => !group.IsRecipient && (group["Reporting-MTA"] ?? group["Arrival-Date"] ?? group["X-Postfix-Queue-ID"]) is not null);
        var recipients = groups.FindAll(group => group.IsRecipient && (group["Final-Recipient"] ?? group["Original-Recipient"]) is not null);
        return new StatusGroups(message ?? recipients.FirstOrDefault() ?? current, recipients);
    }

    private static IEnumerable<string> Unfolded(string text)
    {
        string? pending = null;
        foreach (var raw in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (raw.Length > 0 && raw[0] is ' ' or '\t' && !string.IsNullOrWhiteSpace(raw) && !string.IsNullOrEmpty(pending))
            {
                pending += " " + raw.Trim();
                continue;
            }
            if (pending is not null)
            {
                yield return pending;
            }
            pending = raw.Trim();
        }
        yield return pending ?? "";
    }
}
