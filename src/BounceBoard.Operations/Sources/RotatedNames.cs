namespace BounceBoard.Operations.Sources;

/// <summary>Names that a rotated log gets: <c>mail.log.1</c>, <c>mail.log.2.gz</c>, <c>mail.log-20260101</c>, <c>mail-20260101.log.zst</c>, <c>mail.log.old</c>.</summary>
internal static class RotatedNames
{
    private static readonly string[] Packed = [".gz", ".zst"];

    /// <param name="name">Of the log itself, without its folder.</param>
    public static bool Is(string name, string candidate)
    {
        var plain = Plain(candidate);
        var extension = Path.GetExtension(name);
        return IsMark(Between(plain, name, "")) || (extension.Length > 0 && IsMark(Between(plain, name[..^extension.Length], extension)));
    }

    /// <summary>The name without what a compressor adds.</summary>
    public static string Plain(string name) => Packed.FirstOrDefault(end => name.EndsWith(end, StringComparison.Ordinal)) is { } end ? name[..^end.Length] : name;

    private static string? Between(string text, string start, string end) =>
        text.Length > start.Length + end.Length && text.StartsWith(start, StringComparison.Ordinal) && text.EndsWith(end, StringComparison.Ordinal)
            ? text[start.Length..(text.Length - end.Length)]
            : null;

    private static bool IsMark(string? mark) =>
        mark is ".old" || (mark is { Length: > 1 } && mark[0] is '.' or '-' or '_' && char.IsAsciiDigit(mark[^1])
            && mark.All(letter => char.IsAsciiDigit(letter) || letter is '.' or '-' or '_' or 'T'));
}
