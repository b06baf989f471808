namespace BounceBoard.Storage.Domains;

/// <summary>Refusals of the mail of a sender domain on one day.</summary>
public sealed class SenderDayRow
{
    /// <summary>Days since 1970-01-01, by UTC.</summary>
    public required long Day { get; init; }

    public required long Refusals { get; init; }

    public DateTimeOffset Start => DateTimeOffset.UnixEpoch.AddDays(Day);
}
