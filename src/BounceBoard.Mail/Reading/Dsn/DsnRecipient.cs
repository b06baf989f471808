using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading.Forms;
using BounceBoard.Mail.Reading.Mails;
using BounceBoard.Mail.Reading.Phrases;

namespace BounceBoard.Mail.Reading.Dsn;

/// <summary>Puts together what a report says of one recipient: its status fields, the words for people about it, and the returned header.</summary>
internal static class DsnRecipient
{
    public static BounceReport Read(ReceivedMail mail, HumanWords human, StatusGroups groups, StatusGroup group, DateTimeOffset receivedAt, DsnWay way)
    {
        var original = Address(group, "Original-Recipient");
        // A pipe or a file as final recipient is no address of a person.
        var final = Address(group, "Final-Recipient");
        var recipient = final is not null && final[0] is not ('|' or '/') ? final : original ?? Behind(mail, group);
        var words = human.About(recipient, original, groups.Recipients.Count);
        var answer = DsnAnswer.Read(group, words, human.Dialogue);
        var action = ActionOf(group["Action"]);
        var kind = KindOf(action, answer.Status);
        var report = Common(mail, groups.Message, group, receivedAt);
        report = report with
        {
            Kind = kind,
            Derived = report.Derived | (recipient is not null && recipient != final && recipient != original ? ReportFields.Recipient : ReportFields.None),
            Recipient = recipient,
            OriginalRecipient = string.Equals(original, recipient, StringComparison.Ordinal) ? null : original,
            RecipientDomain = RecipientDomains.Of(recipient),
            Action = action,
            Status = answer.Status,
            ReplyCode = answer.Code,
            ReplyText = answer.Text,
            Stage = answer.Stage,
            Permanent = kind is BounceKind.Delivery ? null : kind is BounceKind.Bounce && !(action is null && answer.Status?[0] == '4'),
        };
        report = DsnRemote.Complete(report, group, words);
        return report with
        {
            Hops = way.Of(report, group, words),
            Category = kind is BounceKind.Delivery
                ? BounceCategory.Delivered
                : DsnCategory.Of(answer, group, report.RemoteMta ?? report.RecipientDomain, kind is BounceKind.Delay),
        };
    }

    private static BounceReport Common(ReceivedMail mail, StatusGroup message, StatusGroup recipient, DateTimeOffset receivedAt)
    {
        var (sender, derived) = DsnSender.Of(mail, message);
        var (at, source) = DsnTime.Of(mail, message, recipient, receivedAt);
        return new BounceReport
        {
            Kind = BounceKind.Bounce,
            Format = "dsn",
            ReportingMta = RemoteHost.HostName(message.Untyped("Reporting-MTA") ?? ""),
            Sender = sender,
            Derived = derived,
            MessageId = mail.Returned.MessageId ?? message["X-Original-Message-ID"]?.Trim('<', '>'),
            QueueId = message["X-Postfix-Queue-ID"],
            DkimDomain = mail.Returned.DkimDomain,
            DkimSelector = mail.Returned.DkimSelector,
            Marks = ReturnedMarks.Of(mail.Returned, sender),
            OccurredAt = at,
            OccurredAtSource = source,
        };
    }

    // Exim names the pipe or file to which an address was sent; whose it is stands in the report's header.
    private static string? Behind(ReceivedMail mail, StatusGroup group) =>
        FormLines.AddressIn(mail.Header("X-Failed-Recipients") ?? "") ?? FormLines.AddressIn(group["Final-Recipient"] ?? "") ?? FormLines.AddressIn(mail.Returned.To ?? "");

    private static string? Address(StatusGroup group, string field)
    {
        var text = group.Untyped(field)?.Trim('<', '>', ' ', '\'');
        var end = text?.IndexOfAny([' ', '\t']) ?? -1;
        // A quoted local part may hold a space.
        text = end > 0 && text?[0] != '"' && !text.AsSpan(end).Contains('@') ? text?[..end] : text;
        return string.IsNullOrEmpty(text) ? null : text.TrimEnd('>');
    }

    // RFC 3464 §2.3.3; some add a word: "failed (bounced)", "Failed; …".
    private static string? ActionOf(string? field)
    {
        var word = field?.Split([' ', ';', '(', ','], 2)[0].Trim().ToLowerInvariant();
        return word switch
        {
            "failed" or "delayed" or "delivered" or "relayed" or "expanded" => word,
            "failure" or "fail" or "failed." => "failed",
            "delay" or "deferred" => "delayed",
            "expired" => "failed",
            _ => null,
        };
    }

    private static BounceKind KindOf(string? action, string? status) => action switch
    {
        "failed" => BounceKind.Bounce,
        "delayed" => BounceKind.Delay,
        "delivered" or "relayed" or "expanded" => BounceKind.Delivery,
        _ => status?[0] == '2' ? BounceKind.Delivery : BounceKind.Bounce,
    };
}
