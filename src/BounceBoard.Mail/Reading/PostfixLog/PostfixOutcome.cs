using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading.Phrases;

namespace BounceBoard.Mail.Reading.PostfixLog;

/// <summary>Adds what the text in brackets says: who answered, to which command, with which words, and what that means.</summary>
internal static class PostfixOutcome
{
    public static BounceReport Complete(BounceReport report, RemoteHost? relay, string text)
    {
        report = report with
        {
            RemoteMta = relay?.Name,
            RemoteIp = relay?.Ip,
            RemotePort = relay?.Port,
            RemoteIpSource = relay?.Ip is null ? FieldSource.Unknown : FieldSource.Stated,
            ReplyText = text.Length > 0 ? text : null,
            Derived = ReportFields.Action,
        };
        return report.Kind is BounceKind.Delivery
            ? report with { Action = "delivered", ReplyCode = AcceptedCode(text), Category = BounceCategory.Delivered, Permanent = null }
            : Refused(WithHost(report, text), text);
    }

    private static BounceReport Refused(BounceReport report, string text)
    {
        var reply = SmtpReply.Unwrapped(text);
        var code = SmtpReply.CodeOf(reply);
        var stage = StageWords.Find(text);
        var failed = report.Kind is BounceKind.Bounce;
        return report with
        {
            Action = failed ? "failed" : "delayed",
            ReplyCode = code,
            ReplyText = text.Length > 0 ? reply : null,
            Stage = stage,
            Hops = HopChain.Of(report, text),
            Category = ReplyClassifier.Classify(code, report.Status, reply, stage, report.RemoteMta ?? report.RecipientDomain),
            Permanent = failed,
        };
    }

    // relay=none, or another server than the one that is quoted: the one that is quoted has refused.
    private static BounceReport WithHost(BounceReport report, string text)
    {
        if (RemoteHost.FindIn(text) is not { Ip: not null } said || said.Ip.Equals(report.RemoteIp))
        {
            return report;
        }
        return report with
        {
            RemoteMta = said.Name ?? report.RemoteMta,
            RemoteIp = said.Ip,
            RemotePort = said.Port,
            RemoteIpSource = FieldSource.Stated,
        };
    }

    // "250 2.0.0 Ok: queued as …"; a local delivery has words only.
    private static int? AcceptedCode(string text) =>
        text.Length > 3 && text[0] == '2' && char.IsAsciiDigit(text[1]) && char.IsAsciiDigit(text[2]) && text[3] is ' ' or '-'
            ? int.Parse(text.AsSpan(0, 3), System.Globalization.CultureInfo.InvariantCulture)
            : null;
}
