using System.Text;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Verdicts.Gathering;
using BounceBoard.Mail.Reading;
using BounceBoard.Mail.Unpacking;

namespace BounceBoard.Cli.Replaying;

/// <summary>Raw evidence of a scenario, read as <c>bounceboard parse</c> reads it.</summary>
internal sealed class RawEvents
{
    private readonly BounceParser _parser = new();
    private readonly EvidenceUnpacker _unpacker = new();
    private readonly Dictionary<string, LogSession> _sessions = new(StringComparer.Ordinal);

    /// <summary>Adds what the evidence says of each recipient.</summary>
    /// <param name="at">Time of events whose evidence states none.</param>
    public void Read(JsonField happened, string tenant, DateTimeOffset at, DateTimeOffset? ingestedAt, EventReader events)
    {
        var format = happened["format"].Text();
        if (format is not (null or "auto") && !BounceParser.Formats.Contains(format))
        {
            happened["format"].Refuse($"must be auto or one of {string.Join(", ", BounceParser.Formats)}");
            return;
        }
        foreach (var report in Parse(happened["raw"].Required(), tenant, format is "auto" ? null : format, ingestedAt ?? at))
        {
            if (report.Kind == BounceKind.Error)
            {
                happened["raw"].Refuse($"cannot be read: {report.Error?.TrimEnd('.')}");
            }
            else if (EmailAddress.TryParse(report.Recipient, out var recipient))
            {
                Add(report, recipient, happened, tenant, report.OccurredAt is { } stated && JsonField.IsSane(stated) ? stated : at, ingestedAt, events);
            }
        }
    }

    private IEnumerable<BounceReport> Parse(string text, string tenant, string? format, DateTimeOffset receivedAt)
    {
        var session = _sessions.TryGetValue(tenant, out var known) ? known : _sessions[tenant] = new LogSession();
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return [.. _unpacker.UnpackAsync(content, "raw", CancellationToken.None).ToBlockingEnumerable().SelectMany(item => _parser.Parse(item, receivedAt, session, format))];
    }

    private static void Add(
        BounceReport report, EmailAddress recipient, JsonField happened, string tenant, DateTimeOffset at, DateTimeOffset? ingestedAt, EventReader events)
    {
        var (knownAt, retry) = (ingestedAt ?? at, happened["controlledRetry"].Flag(false));
        var (upper, pool) = (recipient.LocalPart.Any(char.IsUpper), report.Pool ?? happened["pool"].Text());
        switch (report.Kind)
        {
            case BounceKind.Delivery:
                events.Deliveries.Add(new(tenant, knownAt, new KnownDelivery(at, recipient.Domain, report.RemoteIp, pool, upper, 1, recipient.Key, retry)));
                break;
            case BounceKind.Bounce or BounceKind.Delay:
                events.Refusals.Add(new(tenant, recipient.Value, knownAt, Refusal(report, recipient, at) with
                {
                    Pool = pool,
                    HasUpperCase = upper,
                    IsControlledRetry = retry,
                    Verified = happened["verified"].Flag(true),
                }));
                break;
            case BounceKind.FeedbackReport or BounceKind.AutoReply or BounceKind.NotABounce or BounceKind.Error:
                break;
        }
    }

    private static KnownRefusal Refusal(BounceReport report, EmailAddress recipient, DateTimeOffset at) => new()
    {
        Person = recipient.Key,
        Domain = recipient.Domain,
        At = at,
        Category = report.Category,
        ReplyCode = report.ReplyCode,
        Status = report.Status,
        ReplyText = report.ReplyText,
        Stage = report.Stage,
        Endpoint = new RemoteEndpoint(report.RemoteMta, report.RemoteIp),
        SendingIp = report.SendingIp?.ToString(),
        Sender = report.Sender,
        Verified = true,
        Permanent = report.Permanent,
    };
}
