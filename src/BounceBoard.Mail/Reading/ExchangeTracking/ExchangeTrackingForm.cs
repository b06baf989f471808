using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading.Logs;

namespace BounceBoard.Mail.Reading.ExchangeTracking;

/// <summary>Exchange's message tracking log (MSGTRK): a table whose columns <c>#Fields:</c> names; several recipients stand in one line.</summary>
internal sealed class ExchangeTrackingForm : ILogForm
{
    private const string Fields = "#Fields: ";

    private static readonly string[] Standard =
        ("date-time,client-ip,client-hostname,server-ip,server-hostname,source-context,connector-id,source,event-id,internal-message-id,message-id,"
            + "network-message-id,recipient-address,recipient-status,total-bytes,recipient-count,related-recipient-address,reference,message-subject,"
            + "sender-address,return-path").Split(',');

    public string Format => "exchange-tracking-csv";

    public bool Take(ReadOnlySpan<char> line, ReadingInput input, List<BounceReport> reports)
    {
        if (line.StartsWith("#"))
        {
            if (!line.StartsWith(Fields) || !line.Contains("recipient-status", StringComparison.OrdinalIgnoreCase))
            {
                return line.StartsWith("#Software: Microsoft Exchange", StringComparison.OrdinalIgnoreCase) || line.StartsWith("#Log-type: Message Tracking", StringComparison.OrdinalIgnoreCase);
            }
            input.Session.Table = new CsvTable(CsvLine.Split(line[Fields.Length..]));
            return true;
        }
        // "2026-02-12T10:00:01.123Z,198.51.100.7,…": a comma right behind the zone tells it from syslog.
        if (line.Length < 30 || line[4] != '-' || line[10] != 'T' || line.IndexOf(',') is not (20 or 24))
        {
            return false;
        }
        ExchangeEvent.Take(input.Session.TableOr(Standard).Row(line), reports);
        return true;
    }
}
