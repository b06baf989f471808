using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading.Logs;

namespace BounceBoard.Mail.Reading.ExchangeTracking;

/// <summary>Exchange's message tracking log (MSGTRK): a table whose columns <c>#Fields:</c> names; several recipients stand in one line.</summary>
internal sealed class ExchangeTrackingForm : TableForm
{
    private const string Fields = "#Fields: ";

    public override string Format => "exchange-tracking-csv";

    protected override string Header => "the line '#Fields: …' of a message tracking log";

    protected override IReadOnlyList<string> Needed => ["date-time", "event-id", "recipient-address"];

    protected override IReadOnlyList<string> Asked => ExchangeColumns.Names;

    protected override bool TakeOther(ReadOnlySpan<char> line, ReadingInput input, List<BounceReport> reports)
    {
        line = line.TrimStart('\uFEFF');
        if (!line.StartsWith("#"))
        {
            return false;
        }
        // Other logs of Exchange and IIS name their columns in the same way.
        return line.StartsWith(Fields) && line.Contains("event-id", StringComparison.OrdinalIgnoreCase)
            ? TakeColumns(CsvLine.Split(line[Fields.Length..]), input, reports)
            : line.StartsWith("#Software: Microsoft Exchange", StringComparison.OrdinalIgnoreCase) || line.StartsWith("#Log-type: Message Tracking", StringComparison.OrdinalIgnoreCase);
    }

    // "2026-02-12T10:00:01.123Z,198.51.100.7,…": a comma right behind the zone tells it from syslog.
    protected override bool IsRecord(ReadOnlySpan<char> line, IReadOnlyList<string>? columns)
    {
        line = line.TrimStart('"');
        if (line.Length < 30 || line[4] != '-' || line[10] != 'T' || line[13] != ':')
        {
            return false;
        }
        var comma = line.IndexOf(',');
        return comma is >= 19 and <= 35 && !line[..comma].Contains(' ');
    }

    protected override void Read(CsvRow row, List<BounceReport> reports) => ExchangeEvent.Take(row, reports);
}
