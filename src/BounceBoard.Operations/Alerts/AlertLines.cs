using System.Globalization;
using BounceBoard.Core.Alerts;

namespace BounceBoard.Operations.Alerts;

/// <summary>
/// What an alert says, as lines that anybody can be sent: names and replies of strangers stand in them, and a title becomes the subject of a mail, so none
/// holds a line end or a character that hides or reorders others, and none is longer than a reader bears.
/// </summary>
internal static class AlertLines
{
    private const int LongestTitle = 300;
    private const int LongestLine = 1000;

    public static AlertContent Of(AlertContent content) => content with
    {
        Title = Line(content.Title, LongestTitle),
        Reasons = [.. content.Reasons.Select(reason => Line(reason, LongestLine))],
        Act = [.. content.Act.Select(step => Line(step, LongestLine))],
    };

    private static string Line(string text, int longest)
    {
        var line = text.Length <= longest ? text : $"{text.AsSpan(0, char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)}…";
        return line.Any(Hides) ? new string([.. line.Select(c => Hides(c) ? ' ' : c)]) : line;
    }

    private static bool Hides(char c) => char.GetUnicodeCategory(c)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
