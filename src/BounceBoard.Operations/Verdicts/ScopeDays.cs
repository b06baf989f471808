namespace BounceBoard.Operations.Verdicts;

/// <summary>
/// On which days a scope failed so widely that single addresses prove nothing. During an outage any provider may answer "no such user" to everybody,
/// so the days count and not the words.
/// </summary>
/// <param name="Refusals">Refusals at the scope per day, of every family.</param>
/// <param name="Accepted">Deliveries to the domain per day; a day without any is a day on which nothing else is known.</param>
internal sealed record ScopeDays(
    IReadOnlyDictionary<DateTimeOffset, long> Refusals, IReadOnlyDictionary<DateTimeOffset, long> Accepted)
{
    /// <summary>Fewer refusals than this in a day are single addresses.</summary>
    private const int Few = 5;

    /// <summary>A tenth and more of the attempts refused is no list's usual share of dead addresses.</summary>
    private const int UsualShare = 10;

    public bool FailedWidely(DateTimeOffset at)
    {
        var day = new DateTimeOffset(at.UtcDateTime.Date, TimeSpan.Zero);
        var refused = Refusals.GetValueOrDefault(day);
        return refused >= Few && refused * UsualShare >= Accepted.GetValueOrDefault(day) + refused;
    }
}
