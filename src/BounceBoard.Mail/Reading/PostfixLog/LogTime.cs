using System.Globalization;
using BounceBoard.Core.Bounces;

namespace BounceBoard.Mail.Reading.PostfixLog;

/// <summary>Times in logs: syslog's own (RFC 3164, no year, no zone) and RFC 3339.</summary>
internal static class LogTime
{
    private const string Months = "JanFebMarAprMayJunJulAugSepOctNovDec";

    /// <summary>Length of the time at the start of the line; 0 when there is none.</summary>
    public static int LengthOf(ReadOnlySpan<char> line)
    {
        if (line.Length > 16 && line[3] == ' ' && line[9] == ':' && line[12] == ':')
        {
            return 15;
        }
        var space = line.IndexOf(' ');
        return space >= 19 && space <= 40 && line[4] == '-' && line[7] == '-' && line[10] == 'T' ? space : 0;
    }

    /// <param name="receivedAt">Gives the year of a time without one: the latest that does not lie after it.</param>
    public static (DateTimeOffset? At, FieldSource Source) Read(ReadOnlySpan<char> time, DateTimeOffset receivedAt)
    {
        if (time.Length == 15)
        {
            return ReadSyslog(time, receivedAt);
        }
        var stated = TryRead(time, out var at);
        var hasZone = time.Length > 19 && (time[^1] is 'Z' or 'z' || time[19..].ContainsAny('+', '-'));
        return stated ? (at, hasZone ? FieldSource.Stated : FieldSource.Derived) : (null, FieldSource.Unknown);
    }

    /// <summary>A time with its date, in UTC; one without a zone is taken as UTC.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out DateTimeOffset at) =>
        IsoTime.TryRead(text, out at)
        || DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out at);

    private static (DateTimeOffset? At, FieldSource Source) ReadSyslog(ReadOnlySpan<char> time, DateTimeOffset receivedAt)
    {
        var month = (Months.AsSpan().IndexOf(time[..3]) / 3) + 1;
        if (month == 0 || !TryNumber(time.Slice(4, 2), out var day) || !TryNumber(time.Slice(7, 2), out var hour)
            || !TryNumber(time.Slice(10, 2), out var minute) || !TryNumber(time.Slice(13, 2), out var second))
        {
            return (null, FieldSource.Unknown);
        }
        // One day of grace: the sender's zone may lie ahead of ours. February 29 may ask for an earlier year.
        var latest = receivedAt.UtcDateTime.AddDays(1);
        for (var year = latest.Year; year > latest.Year - 9 && year > 1; year--)
        {
            if (day >= 1 && day <= DateTime.DaysInMonth(year, month) && hour < 24 && minute < 60)
            {
                var at = new DateTimeOffset(year, month, day, hour, minute, Math.Min(second, 59), TimeSpan.Zero);
                if (at.UtcDateTime <= latest)
                {
                    return (at > receivedAt ? receivedAt : at, FieldSource.Derived);
                }
            }
        }
        return (null, FieldSource.Unknown);
    }

    private static bool TryNumber(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text.TrimStart(' '), NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
