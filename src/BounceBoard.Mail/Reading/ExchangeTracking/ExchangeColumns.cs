namespace BounceBoard.Mail.Reading.ExchangeTracking;

/// <summary>The columns of a message tracking log that are read, by their numbers in <see cref="Names"/>.</summary>
internal static class ExchangeColumns
{
    public const int Time = 0, Event = 1, Recipients = 2, Statuses = 3, Source = 4, Server = 5, ServerIp = 6, Client = 7, ReturnPath = 8, Sender = 9;

    public const int MessageId = 10, InternalId = 11, Context = 12;

    public static IReadOnlyList<string> Names { get; } =
    [
        "date-time", "event-id", "recipient-address", "recipient-status", "source", "server-hostname", "server-ip", "client-hostname", "return-path", "sender-address",
        "message-id", "internal-message-id", "source-context",
    ];
}
