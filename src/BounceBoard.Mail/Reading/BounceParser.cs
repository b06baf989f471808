using System.Text.Json;
using System.Text.Unicode;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Evidence;
using BounceBoard.Mail.Reading.Mails;
using BounceBoard.Mail.Unpacking;

namespace BounceBoard.Mail.Reading;

/// <summary>Turns one piece of evidence into what it says of each recipient. Keeps no state and never throws on content.</summary>
public sealed class BounceParser(InputLimits limits)
{
    public BounceParser()
        : this(InputLimits.Default)
    {
    }

    /// <summary>Names of the forms that can be asked for by name.</summary>
    public static IReadOnlyList<string> Formats { get; } = [.. Readers.InOrder.Select(reader => reader.Format).Distinct()];

    public IReadOnlyList<BounceReport> Parse(EvidenceItem item, DateTimeOffset receivedAt) => Parse(item, receivedAt, new LogSession());

    /// <param name="session">What earlier pieces of the same log told; give the same one for all pieces, in order.</param>
    public IReadOnlyList<BounceReport> Parse(EvidenceItem item, DateTimeOffset receivedAt, LogSession session) =>
        Parse(item, receivedAt, session, null);

    /// <param name="format">Only this form is tried; null tries all.</param>
    public IReadOnlyList<BounceReport> Parse(EvidenceItem item, DateTimeOffset receivedAt, LogSession session, string? format)
    {
        if (item.Quarantine is { } reason)
        {
            return [Error(reason)];
        }
        ReceivedMail? mail = null;
        string? broken = null;
        if (item.Kind is EvidenceKind.Mail && ReceivedMail.TryRead(item.Content, limits, out mail) is { } problem)
        {
            return [Error(problem)];
        }
        using var held = mail;
        using var payload = item.Kind is EvidenceKind.Webhook ? Payload(item, out broken) : null;
        if (broken is not null)
        {
            return [Error(broken)];
        }
        var input = new ReadingInput(item, receivedAt, session, mail, payload?.RootElement);
        foreach (var reader in Readers.InOrder.Where(reader => format is null || reader.Format == format))
        {
            if (reader.Read(input) is { } reports)
            {
                // A payload of opens and clicks is known and tells of no delivery; a piece of a log may as well be silent.
                return reports.Count == 0 && payload is not null ? [new BounceReport { Kind = BounceKind.NotABounce }] : reports;
            }
        }
        return [(mail is not null || payload is not null) && format is null ? new BounceReport { Kind = BounceKind.NotABounce } : Error(Unread(item, format))];
    }

    private static BounceReport Error(string text) => new() { Kind = BounceKind.Error, Error = text };

    private static JsonDocument? Payload(EvidenceItem item, out string? problem)
    {
        if (!Utf8.IsValid(item.Content.Span))
        {
            problem = $"'{item.Name}' is JSON with bytes that are no UTF-8 (RFC 8259 §8.1): send the body as the service posted it.";
            return null;
        }
        try
        {
            problem = null;
            return JsonDocument.Parse(item.Content);
        }
        catch (JsonException broken)
        {
            problem = $"'{item.Name}' is broken JSON (line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1} of it): send the body as the service posted it.";
            return null;
        }
    }

    private static string Unread(EvidenceItem item, string? format) => format is null
        ? $"No known form is seen in this {(item.Kind is EvidenceKind.Log ? "log" : "text")} (from line 1 of '{item.Name}'). "
            + "Known logs are those of Postfix, Exim, Sendmail, OpenSMTPD, PowerMTA, KumoMTA, Exchange (message tracking), Haraka and ZoneMTA; "
            + "send the bounce mails themselves for other servers."
        : $"'{item.Name}' is not in the form {format}. Leave the format away to have it recognised.";
}
