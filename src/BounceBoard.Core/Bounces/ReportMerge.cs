using System.Net;

namespace BounceBoard.Core.Bounces;

/// <summary>Two reports of one refusal complete one another: the nearer witness is believed, the other fills its gaps.</summary>
internal static class ReportMerge
{
    public static BounceReport Of(BounceReport a, BounceReport b)
    {
        var (near, far) = IsNearer(a, b) ? (a, b) : (b, a);
        var (ip, ipSource) = Ip(near, far);
        var (at, atSource) = Time(near, far);
        var taken = new TakenFields(near, far);
        return Judged(near, far) with
        {
            Derived = taken.Derived,
            Dialect = near.Dialect ?? far.Dialect,
            Recipient = taken.Of(ReportFields.Recipient, report => report.Recipient),
            OriginalRecipient = near.OriginalRecipient ?? far.OriginalRecipient,
            RecipientDomain = taken.Of(ReportFields.Recipient, report => report.RecipientDomain),
            Action = taken.Of(ReportFields.Action, report => report.Action),
            Status = taken.Of(ReportFields.Status, report => report.Status),
            ReplyCode = near.ReplyCode ?? far.ReplyCode,
            ReplyText = Longer(near.ReplyText, far.ReplyText),
            Stage = near.Stage ?? far.Stage,
            RemoteMta = near.RemoteMta ?? far.RemoteMta,
            RemoteIp = ip,
            RemoteIpSource = ipSource,
            RemotePort = near.RemotePort ?? far.RemotePort,
            Hops = HopMerge.Of(near.Hops, far.Hops),
            // What a server's own log says of it holds, whoever else tells the same.
            Side = near.Side > far.Side ? near.Side : far.Side,
            ReportingMta = near.ReportingMta ?? far.ReportingMta,
            SendingIp = near.SendingIp ?? far.SendingIp,
            Pool = taken.Of(ReportFields.Pool, report => report.Pool),
            Sender = taken.Of(ReportFields.Sender, report => report.Sender),
            MessageId = near.MessageId ?? far.MessageId,
            QueueId = near.QueueId ?? far.QueueId,
            DkimDomain = near.DkimDomain ?? far.DkimDomain,
            DkimSelector = near.DkimSelector ?? far.DkimSelector,
            Marks = near.Marks ?? far.Marks,
            OccurredAt = at,
            OccurredAtSource = atSource,
            Permanent = near.Permanent ?? far.Permanent,
        };
    }

    // The tenant's own word counts, whichever witness brought the text that it is about.
    private static BounceReport Judged(BounceReport near, BounceReport far)
    {
        var (told, ruled) = (KnowsLess(near, far) ? Told(far) : Told(near), near.Ruled ?? far.Ruled);
        return ruled is null
            ? near with { Category = told, Ruled = null }
            : near with { Category = (near.Ruled is null ? far : near).Category, Ruled = ruled with { Told = told } };
    }

    // The MTA's own log and the session itself saw it happen; a DSN was written from that; a webhook retells it.
    private static int Distance(BounceReport report) => report.Format switch
    {
        "transcript" => 0,
        "postfix-log" or "exim-log" or "sendmail-log" or "powermta-csv" or "kumomta-jsonl"
            or "exchange-tracking-csv" or "opensmtpd-log" or "haraka-log" or "zone-mta-log" => 1,
        "dsn" => 2,
        "non-standard-dsn" => 3,
        null => 5,
        _ => 4,
    };

    // A log without the reply (Sendmail's) knows the category from the status alone; the DSN that quotes the reply knows it better.
    private static bool KnowsLess(BounceReport near, BounceReport far) =>
        Told(near) is BounceCategory.Undetermined or BounceCategory.OnHold
        || (near.ReplyText is null && far.ReplyText is not null && Told(far) is not (BounceCategory.Undetermined or BounceCategory.OnHold));

    private static BounceCategory Told(BounceReport report) => report.Ruled?.Told ?? report.Category;

    // Ties are broken by what the reports say, so that the order of arrival decides nothing.
    private static bool IsNearer(BounceReport a, BounceReport b) =>
        (Distance(a) - Distance(b)) is not 0 and var byDistance
            ? byDistance < 0
            : string.CompareOrdinal(a.ToString(), b.ToString()) <= 0;

    private static (IPAddress? Ip, FieldSource Source) Ip(BounceReport near, BounceReport far) =>
        near.RemoteIp is null || (far.RemoteIp is not null && far.RemoteIpSource > near.RemoteIpSource)
            ? (far.RemoteIp, far.RemoteIpSource)
            : (near.RemoteIp, near.RemoteIpSource);

    private static (DateTimeOffset? At, FieldSource Source) Time(BounceReport near, BounceReport far) =>
        near.OccurredAt is null || (far.OccurredAt is not null && far.OccurredAtSource > near.OccurredAtSource)
            ? (far.OccurredAt, far.OccurredAtSource)
            : (near.OccurredAt, near.OccurredAtSource);

    // A log cuts a long reply, a DSN quotes it whole; the longer one says more.
    private static string? Longer(string? near, string? far) => (far?.Length ?? -1) > (near?.Length ?? -1) ? far : near;
}
