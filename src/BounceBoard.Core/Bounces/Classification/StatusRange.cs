using System.Globalization;

namespace BounceBoard.Core.Bounces.Classification;

/// <summary>Enhanced status codes of one subject: <c>7.1</c>, or <c>7.606-649</c>; the class (4 or 5) is not asked.</summary>
internal sealed record StatusRange(int Subject, int From, int To)
{
    /// <exception cref="FormatException">The text is no such range.</exception>
    public static StatusRange Parse(string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        var from = Number(dash < 0 ? text[(dot + 1)..] : text[(dot + 1)..dash]);
        return new StatusRange(Number(text[..dot]), from, dash < 0 ? from : Number(text[(dash + 1)..]));
    }

    public bool Holds(string? status)
    {
        if (status is not { Length: >= 5 } || status[0] is not ('4' or '5') || status.IndexOf('.', 2) is not (> 2 and var dot))
        {
            return false;
        }
        return int.TryParse(status.AsSpan(2, dot - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var subject) && subject == Subject
            && int.TryParse(status.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var detail) && detail >= From && detail <= To;
    }

    public override string ToString() => From == To ? $"{Subject}.{From}" : $"{Subject}.{From}-{To}";

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
