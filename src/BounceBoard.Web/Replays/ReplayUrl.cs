using System.Globalization;
using BounceBoard.Storage.Replays;

namespace BounceBoard.Web.Replays;

/// <summary>The address of the replay lab is its whole state.</summary>
/// <param name="Asked">The address names a range: it is judged. Otherwise the usual one is only proposed.</param>
/// <param name="From">First day (UTC).</param>
/// <param name="Until">Last day (UTC), itself included.</param>
/// <param name="Scope">Provider, relay or recipient domain, lower case; null for all.</param>
/// <param name="Page">1-based.</param>
/// <param name="Problem">Why the range cannot be judged and what can; null when it can.</param>
public sealed record ReplayUrl(bool Asked, DateOnly From, DateOnly Until, string? Scope, int Page, string? Problem)
{
    /// <summary>Rows of one page.</summary>
    public const int PageSize = 50;

    /// <summary>Longest range.</summary>
    public const int MostDays = 90;

    private const int UsualDays = 7;
    private const int LongestScope = 253;
    private const string Form = "yyyy-MM-dd";

    public int Days => Until.DayNumber - From.DayNumber + 1;

    public ReplayRange Range => new(Midnight(From), Midnight(Until.AddDays(1)), Scope);

    public static ReplayUrl Read(string? from, string? until, string? scope, string? page, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var name = string.IsNullOrWhiteSpace(scope) ? null : scope.Trim().ToLowerInvariant();
        var number = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? Math.Max(1, read) : 1;
        var usual = new ReplayUrl(false, today.AddDays(1 - UsualDays), today, name is { Length: > LongestScope } ? null : name, number, null);
        if (from is null && until is null)
        {
            return usual;
        }
        if (Day(from) is not { } first || Day(until) is not { } last)
        {
            return usual with { Problem = "Name both days, as in 2026-05-16." };
        }
        var asked = usual with { Asked = true, From = first, Until = last };
        return asked with { Problem = Fault(asked, today) };
    }

    /// <param name="root">Address of the page without a query.</param>
    public string ToHref(string root)
    {
        var parts = new List<string> { $"from={Text(From)}", $"until={Text(Until)}" };
        if (Scope is not null)
        {
            parts.Add($"scope={Uri.EscapeDataString(Scope)}");
        }
        if (Page > 1)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"page={Page}"));
        }
        return $"{root}?{string.Join('&', parts)}";
    }

    /// <summary>As the address and a date field write it.</summary>
    public static string Text(DateOnly day) => day.ToString(Form, CultureInfo.InvariantCulture);

    private static string? Fault(ReplayUrl url, DateOnly today) => url switch
    {
        { Days: < 1 } => "The last day lies before the first. Exchange them.",
        { Days: > MostDays } => $"These are {url.Days.ToString("N0", CultureInfo.InvariantCulture)} days; at most {MostDays} are judged at a time.",
        _ when url.Until > today => $"Today is {Text(today)} (UTC): choose a last day that is not later.",
        _ => null,
    };

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1970 and < 9999 ? day : null;

    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
