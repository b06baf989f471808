namespace BounceBoard.Core.Verdicts.Rules;

/// <summary>Adds to times that come from outside: a report dated 9999-12-31 must not end a calculation.</summary>
internal static class Later
{
    public static DateTimeOffset By(this DateTimeOffset at, TimeSpan span) =>
        at > DateTimeOffset.MaxValue - span ? DateTimeOffset.MaxValue : at + span;
}
