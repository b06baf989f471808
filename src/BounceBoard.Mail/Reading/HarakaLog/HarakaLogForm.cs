using System.Globalization;
using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading.Logs;
using BounceBoard.Mail.Reading.Phrases;
using BounceBoard.Mail.Reading.PostfixLog;

namespace BounceBoard.Mail.Reading.HarakaLog;

/// <summary>
/// Haraka's outbound lines: <c>recipient &lt;r&gt; rejected: 550 …</c>, which name no server, and <c>delivered file=… host=… ip=…</c>, which name no recipient.
/// </summary>
internal sealed class HarakaLogForm : ILogForm
{
    private const string Outbound = "[outbound] ";

    public string Format => "haraka-log";

    public bool Take(ReadOnlySpan<char> line, ReadingInput input, List<BounceReport> reports)
    {
        var level = line.IndexOf("[NOTICE] [");
        level = level < 0 ? line.IndexOf("[INFO] [") : level;
        if (level < 0)
        {
            return false;
        }
        var at = line[level..].IndexOf(Outbound);
        var rest = at < 0 ? [] : line[(level + at + Outbound.Length)..];
        if (Report(rest) is { } report)
        {
            var length = LogTime.LengthOf(line);
            var (time, source) = length > 0 ? LogTime.Read(line[..length], input.ReceivedAt) : (null, FieldSource.Unknown);
            reports.Add(EventReport.Complete(
                report with { QueueId = Id(line.Slice(level, at)), OccurredAt = time, OccurredAtSource = source },
                report.Kind is BounceKind.Delivery ? Between.Text(rest, " response=\"", "\"") ?? Between.Text(rest, " response=", " ") : Between.Text(rest, "rejected: ", "\n")) with
            {
                RecipientDomain = report.RecipientDomain ?? RecipientDomains.Of(report.Recipient),
            });
        }
        else if (at < 0)
        {
            HarakaReject.Take(line, level, input, reports);
        }
        return true;
    }

    private static BounceReport? Report(ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith("recipient <") && rest.Contains("> rejected: ", StringComparison.Ordinal))
        {
            var reply = Between.Of(rest, "> rejected: ", "\n");
            return new BounceReport { Kind = reply.StartsWith("4") ? BounceKind.Delay : BounceKind.Bounce, Format = "haraka-log", Recipient = Between.Text(rest, "recipient <", ">") };
        }
        return rest.StartsWith("delivered file=") ? new BounceReport
        {
            Kind = BounceKind.Delivery,
            Format = "haraka-log",
            RecipientDomain = Between.Text(rest, " domain=", " ")?.ToLowerInvariant(),
            RemoteMta = Between.Text(rest, " host=", " ") is { } host ? RemoteHost.HostName(host) : null,
            RemoteIp = EventReport.Ip(Between.Text(rest, " ip=", " ")),
            RemotePort = int.TryParse(Between.Of(rest, " port=", " "), NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : null,
        }
        : null;
    }

    // "[NOTICE] [UUID.1.1] [outbound]", with "[-]" between in some versions.
    private static string? Id(ReadOnlySpan<char> head)
    {
        var close = head.LastIndexOf(']');
        var open = close < 0 ? -1 : head[..close].LastIndexOf('[');
        var id = open < 0 ? [] : head[(open + 1)..close];
        return id.Length > 8 ? id.ToString() : null;
    }
}
