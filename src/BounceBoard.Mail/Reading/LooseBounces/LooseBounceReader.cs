using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading.Dialects;
using BounceBoard.Mail.Reading.Dsn;
using BounceBoard.Mail.Reading.Forms;
using BounceBoard.Mail.Reading.Mails;
using BounceBoard.Mail.Reading.Phrases;

namespace BounceBoard.Mail.Reading.LooseBounces;

/// <summary>
/// Bounces that are no DSN: the MTAs' own forms first; then, where a mail clearly is a bounce, the addresses in it and the replies beside them.
/// What such a mail does not state itself is marked as derived; who wrote it, where a mark tells, is <see cref="BounceReport.Dialect"/>.
/// </summary>
internal sealed class LooseBounceReader : IBounceReader
{
    public string Format => "non-standard-dsn";

    public IReadOnlyList<BounceReport>? Read(ReadingInput input)
    {
        if (input.Mail is not { } given)
        {
            return null;
        }
        var mail = Forwarded(given) ?? given;
        foreach (var form in BounceForms.InOrder)
        {
            if (form.Read(mail) is { } known)
            {
                return [.. known.Select(entry => Report(mail, entry, input.ReceivedAt) with { Dialect = form.Dialect ?? DialectNames.Of(mail) })];
            }
        }
        if (!IsBounce(mail))
        {
            return null;
        }
        var entries = LooseEntries.Find(mail);
        if (entries.Count == 0 && !(Automatic.IsFromMailSystem(mail) && Automatic.SaysFailure(mail)))
        {
            return null;
        }
        var dialect = DialectNames.Of(mail);
        return entries.Count == 0
            ? [Unheld(Report(mail, new LooseEntry(null, SmtpReply.Collapsed(mail.Human)), input.ReceivedAt)) with { Dialect = dialect, Error = Nobody(mail) }]
            : [.. entries.Select(entry => Unheld(Report(mail, entry, input.ReceivedAt)) with { Dialect = dialect })];
    }

    // Sender and subject say that it is a bounce; that it names nobody mostly comes from its being cut.
    private static string Nobody(ReceivedMail mail) =>
        $"The report names no recipient in its {mail.Lines.Count} lines for people and returns no header that does: the mail may be cut. Send its full source.";

    // A person, or a gateway, sends on the report as an attachment.
    private static ReceivedMail? Forwarded(ReceivedMail mail) =>
        !Automatic.IsFromMailSystem(mail) && mail.Attached() is { } inner && Automatic.IsFromMailSystem(inner) && Automatic.SaysFailure(inner) ? inner : null;

    // Without a form and without a reply the words are mostly greetings: that nobody knows them says nothing.
    private static BounceReport Unheld(BounceReport report) =>
        report.Category is BounceCategory.OnHold && report.ReplyCode is null && report.Status is null ? report with { Category = BounceCategory.Undetermined } : report;

    private static bool IsBounce(ReceivedMail mail) =>
        mail.Header("X-Failed-Recipients") is not null
        || ((Automatic.IsFromMailSystem(mail) || Automatic.HasNullSender(mail) || Automatic.SaysFailure(mail))
            && mail.Header("In-Reply-To") is null or { Length: > 0 } && !IsOrdinary(mail));

    // Mail of a person or a list about bounces: signed by a mailer with a sender that is not the system's, and nothing failed in the subject.
    private static bool IsOrdinary(ReceivedMail mail) =>
        !Automatic.IsFromMailSystem(mail) && (!Automatic.SaysFailure(mail) || mail.Header("List-Id") is not null || mail.Header("List-Unsubscribe") is not null);

    private static BounceReport Report(ReceivedMail mail, LooseEntry entry, DateTimeOffset receivedAt)
    {
        var text = SmtpReply.Unwrapped(entry.Words);
        var at = SmtpReply.IndexOfCode(text);
        (text, at) = at < 0 && entry.Reply is { } line ? (line, 0) : (text, at);
        var reply = at < 0 ? null : text[at..Math.Min(text.Length, at + 1000)].Trim();
        var code = reply is null ? null : SmtpReply.CodeOf(reply);
        var status = EnhancedStatusCode.Find(reply ?? "") ?? EnhancedStatusCode.Find(entry.Words);
        var stage = entry.Stage ?? StageWords.Find(entry.Words);
        var host = entry.Host ?? RemoteHost.FindIn(entry.Words);
        var common = Common(mail, receivedAt);
        var report = common with
        {
            Derived = common.Derived | (entry.IsDerived ? ReportFields.Recipient : ReportFields.None),
            Recipient = entry.Recipient,
            RecipientDomain = RecipientDomains.Of(entry.Recipient),
            Status = status,
            ReplyCode = code,
            ReplyText = reply ?? (entry.Words.Length > 0 ? entry.Words[..Math.Min(entry.Words.Length, 1000)] : null),
            Stage = stage,
            RemoteMta = host?.Name,
            RemoteIp = host?.Ip,
            RemotePort = host?.Port,
            RemoteIpSource = host?.Ip is null ? FieldSource.Unknown : FieldSource.Stated,
            Category = entry.Category ?? Category(code, status, reply, entry.Words, stage, host?.Name ?? RecipientDomains.Of(entry.Recipient)),
        };
        return report with { Hops = HopChain.Of(report, reply ?? entry.Words) };
    }

    // The reply says most; where no row knows it, the words around it may.
    private static BounceCategory Category(int? code, string? status, string? reply, string words, SmtpStage? stage, string? host) =>
        ReplyClassifier.Classify(code, status, reply ?? words, stage, host) is not (BounceCategory.Undetermined or BounceCategory.OnHold) and var found
            ? found
            : ReplyClassifier.Classify(code, status, words, stage, host);

    private static BounceReport Common(ReceivedMail mail, DateTimeOffset receivedAt)
    {
        var (time, source) = DsnTime.Of(mail, new StatusGroup(), new StatusGroup(), receivedAt);
        var delayed = mail.Message.Subject is { } subject && (subject.Contains("delayed", StringComparison.OrdinalIgnoreCase)
            || subject.StartsWith("Warning", StringComparison.OrdinalIgnoreCase) || subject.Contains("(Delay)", StringComparison.OrdinalIgnoreCase));
        var (sender, isDerived) = DsnSender.Of(mail, new StatusGroup());
        return new BounceReport
        {
            Kind = delayed ? BounceKind.Delay : BounceKind.Bounce,
            Format = "non-standard-dsn",
            Action = delayed ? "delayed" : "failed",
            Sender = sender,
            Derived = ReportFields.Action | isDerived,
            MessageId = mail.Returned.MessageId,
            DkimDomain = mail.Returned.DkimDomain,
            DkimSelector = mail.Returned.DkimSelector,
            Marks = ReturnedMarks.Of(mail.Returned, sender),
            OccurredAt = time,
            OccurredAtSource = source,
            Permanent = !delayed,
        };
    }
}
