using System.Globalization;
using BounceBoard.Core.Verdicts;

namespace BounceBoard.Core.Incidents;

/// <summary>Until when an incident is dismissed.</summary>
/// <param name="At">For <see cref="DismissUntil.Date"/>.</param>
/// <param name="More">For <see cref="DismissUntil.Refusals"/> and <see cref="DismissUntil.People"/>; at least 1.</param>
/// <param name="VerdictThen">In force at the dismissal.</param>
public sealed record Dismissal(DismissUntil Until, DateTimeOffset? At, long? More, Verdict? VerdictThen)
{
    /// <summary>More than anybody would wait for.</summary>
    public const long Most = 1_000_000;

    /// <summary>What is wrong with it, or null.</summary>
    public string? Problem(DateTimeOffset now) => Until switch
    {
        DismissUntil.Date when At is not { } at || at <= now => "Choose a date in the future.",
        DismissUntil.Refusals or DismissUntil.People when More is not (>= 1 and <= Most) => $"Write a number from 1 to {Most:N0}.",
        DismissUntil.Date or DismissUntil.Refusals or DismissUntil.People or DismissUntil.VerdictChange or DismissUntil.Never => null,
    };

    /// <summary>True when what it waited for has come.</summary>
    public bool IsMet(DismissalFacts since, DateTimeOffset now) => Until switch
    {
        // What fell silent meanwhile needs nobody at the date; its next refusal then opens it.
        DismissUntil.Date => now >= At && since.Refusals > 0,
        DismissUntil.Refusals => since.Refusals >= More,
        DismissUntil.People => since.People >= More,
        DismissUntil.VerdictChange => since.Verdict != VerdictThen,
        DismissUntil.Never => false,
    };

    /// <summary>"until 5 more people are refused".</summary>
    public override string ToString() => Until switch
    {
        DismissUntil.Date => string.Create(CultureInfo.InvariantCulture, $"until {At:yyyy-MM-dd HH:mm} UTC, if it refused again by then"),
        DismissUntil.Refusals => string.Create(CultureInfo.InvariantCulture, $"until {More:N0} more {(More == 1 ? "refusal" : "refusals")}"),
        DismissUntil.People => string.Create(CultureInfo.InvariantCulture, $"until {More:N0} more {(More == 1 ? "person is" : "people are")} refused"),
        DismissUntil.VerdictChange => "until the rules come to another verdict",
        DismissUntil.Never => "for good",
    };
}
