using System.Globalization;

namespace BounceBoard.Mail.Sending.Retries;

/// <summary>A reply as its lines arrive (RFC 5321 §4.2): three digits, and a hyphen on all but the last.</summary>
internal sealed class ReplyLines
{
    // What a row of the database and a page can show of it.
    private const int LongestText = 4000;

    private readonly List<string> _texts = [];
    private bool _broken;
    private int _length;

    /// <summary>Null until the last line is there, and for ever when the lines are no reply.</summary>
    public int? Code { get; private set; }

    public bool IsEmpty => _texts.Count == 0;

    /// <summary>Code and text on one line.</summary>
    public string Text => string.Join(' ', _texts.Where(text => text.Length > 0));

    public string FirstWord => _texts.Count == 0 || _texts[0].Length < 4 ? "" : _texts[0][4..].Split(' ')[0];

    public void Add(string line)
    {
        if (Code is not null || _broken)
        {
            return;
        }
        var first = _texts.Count == 0;
        // Every line repeats the code, and a reply means one thing only.
        _broken = !IsReply(line) || !(first || line.StartsWith(_texts[0][..3], StringComparison.Ordinal));
        Keep(first || _broken || line.Length < 4 ? line : line[4..]);
        if (!_broken && (line.Length == 3 || line[3] == ' '))
        {
            Code = int.Parse(line.AsSpan(0, 3), CultureInfo.InvariantCulture);
        }
    }

    private void Keep(string text)
    {
        var room = LongestText - _length;
        if (room > 0)
        {
            var kept = text.Length <= room ? text : text[..room];
            // "550-" of a first line reads as "550 ".
            _texts.Add(_texts.Count == 0 && kept.Length > 3 && kept[3] == '-' ? $"{kept[..3]} {kept[4..]}" : kept);
            _length += kept.Length + 1;
        }
    }

    private static bool IsReply(string line) =>
        line.Length >= 3 && char.IsAsciiDigit(line[0]) && char.IsAsciiDigit(line[1]) && char.IsAsciiDigit(line[2])
        && (line.Length == 3 || line[3] is ' ' or '-');
}
