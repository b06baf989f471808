namespace BounceBoard.Operations.RetryBatches.Sending;

/// <summary>How long the steps of sending may take; a claim outlives the mail that it covers, so that no second node takes it over meanwhile.</summary>
internal static class SendingTimes
{
    /// <summary>From the last byte written to the end of a reply. RFC 5321 §4.5.3.2.6 asks for ten minutes after the final dot; a reply that is later than this leaves the mail in doubt.</summary>
    public static readonly TimeSpan Command = TimeSpan.FromMinutes(2);

    /// <summary>Most that one mail may take from its first command.</summary>
    public static readonly TimeSpan Mail = TimeSpan.FromMinutes(4);

    /// <summary>Lease of what is claimed and of the turns.</summary>
    public static readonly TimeSpan Claim = TimeSpan.FromMinutes(10);

    /// <summary>No mail is begun when the claim ends within this.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    /// <summary>Lease from the final dot on.</summary>
    public static readonly TimeSpan HandingOver = TimeSpan.FromMinutes(5);

    /// <summary>When it is looked again whether sending is still stopped, or a destination still busy.</summary>
    public static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(10);

    /// <summary>Troubles with the server in a row after which the batch is halted.</summary>
    public const int MostFailures = 5;

    /// <summary>Pause after so many troubles in a row: 1, 2, 4, 8 minutes.</summary>
    public static TimeSpan Pause(int failures) => TimeSpan.FromMinutes(1 << Math.Min(failures - 1, 4));
}
