namespace BounceBoard.Mail.Reading.PostfixLog;

/// <summary>
/// The one form of time that logs write by the million, <c>2026-02-12T10:00:01.123+01:00</c> (RFC 3339), read without asking what else it could be.
/// Whatever differs in anything is left to the general reading.
/// </summary>
internal static class IsoTime
{
    public static bool TryRead(ReadOnlySpan<char> text, out DateTimeOffset at)
    {
        at = default;
        if (text.Length < 19 || text[4] != '-' || text[7] != '-' || text[10] is not ('T' or ' ') || text[13] != ':' || text[16] != ':'
            || !TryNumber(text[..4], out var year) || !TryNumber(text.Slice(5, 2), out var month) || !TryNumber(text.Slice(8, 2), out var day)
            || !TryNumber(text.Slice(11, 2), out var hour) || !TryNumber(text.Slice(14, 2), out var minute) || !TryNumber(text.Slice(17, 2), out var second)
            || year is < 2 or 9999 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59
            || !TryFraction(text[19..], out var ticks, out var length) || !TryZone(text[(19 + length)..], out var offset))
        {
            return false;
        }
        at = new DateTimeOffset(new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).AddTicks(ticks - offset.Ticks), TimeSpan.Zero);
        return true;
    }

    private static bool TryFraction(ReadOnlySpan<char> text, out int ticks, out int length)
    {
        (ticks, length) = (0, 0);
        if (!text.StartsWith("."))
        {
            return true;
        }
        var end = text[1..].IndexOfAnyExceptInRange('0', '9');
        var digits = end < 0 ? text[1..] : text.Slice(1, end);
        if (digits.Length is 0 or > 7 || !TryNumber(digits, out ticks))
        {
            return false;
        }
        for (var i = digits.Length; i < 7; i++)
        {
            ticks *= 10;
        }
        length = digits.Length + 1;
        return true;
    }

    // Nothing, "Z", "+01:00", "+0100", " +0100".
    private static bool TryZone(ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = default;
        if (text is "" or "Z")
        {
            return true;
        }
        text = text[0] == ' ' ? text[1..] : text;
        var minutes = text.Length == 6 && text[3] == ':' ? text[4..] : text.Length == 5 ? text[3..] : [];
        if (minutes.IsEmpty || text[0] is not ('+' or '-') || !TryNumber(text.Slice(1, 2), out var hour) || !TryNumber(minutes, out var minute) || hour > 13 || minute > 59)
        {
            return false;
        }
        var size = new TimeSpan(hour, minute, 0);
        offset = text[0] == '-' ? -size : size;
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<char> digits, out int number)
    {
        number = 0;
        foreach (var c in digits)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }
            number = (number * 10) + (c - '0');
        }
        return true;
    }
}
