namespace BounceBoard.Mail.Reading.KumoMtaJson;

/// <summary>A field of a record that is read.</summary>
/// <param name="Number">Its place among the values.</param>
/// <param name="Inner">The fields of the object that it holds.</param>
internal sealed record KumoMtaField(string Name, int Number, params KumoMtaField[] Inner)
{
    public const int Type = 0, Response = 1, Code = 2, Enhanced = 3, Class = 4, Subject = 5, Detail = 6, Content = 7, Command = 8, Queue = 9, Recipient = 10, Peer = 11;

    public const int PeerName = 12, PeerAddress = 13, Node = 14, Source = 15, SourceAddress = 16, Pool = 17, Sender = 18, Headers = 19, MessageId = 20, MessageIdToo = 21;

    public const int Id = 22, EventTime = 23, Timestamp = 24, Count = 25;

    /// <summary>KumoMTA's log record, as its reference describes it.</summary>
    public static IReadOnlyList<KumoMtaField> Record { get; } =
    [
        new("type", Type),
        new("id", Id),
        new("sender", Sender),
        new("recipient", Recipient),
        new("queue", Queue),
        new("timestamp", Timestamp),
        new("event_time", EventTime),
        new(
            "response", Response, new("code", Code), new("content", Content), new("command", Command),
            new("enhanced_code", Enhanced, new("class", Class), new("subject", Subject), new("detail", Detail))),
        new("peer_address", Peer, new("name", PeerName), new("addr", PeerAddress)),
        new("source_address", Source, new KumoMtaField("address", SourceAddress)),
        new("egress_pool", Pool),
        new("nodename", Node),
        new("headers", Headers, new("Message-ID", MessageId), new("Message-Id", MessageIdToo)),
    ];

    private readonly byte[] _name = System.Text.Encoding.UTF8.GetBytes(Name);

    public ReadOnlySpan<byte> Bytes => _name;
}
