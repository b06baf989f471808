using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading.Logs;

namespace BounceBoard.Mail.Reading.PowerMtaCsv;

/// <summary>PowerMTA's accounting file: a table whose first line names its columns; which and in what order is configured.</summary>
internal sealed class PowerMtaCsvForm : TableForm
{
    public override string Format => "powermta-csv";

    protected override string Header => "the first line of a PowerMTA accounting file ('type,timeLogged,…')";

    protected override IReadOnlyList<string> Needed => ["type", "rcpt"];

    protected override IReadOnlyList<string> Asked => PowerMtaColumns.Names;

    /// <summary>True for the line that names the columns.</summary>
    public static bool IsHeader(ReadOnlySpan<char> line) =>
        line.Contains("timeLogged", StringComparison.OrdinalIgnoreCase) && (line.Contains("rcpt", StringComparison.OrdinalIgnoreCase) || line.StartsWith("type,", StringComparison.OrdinalIgnoreCase))
        && !line.ContainsAny("@:=[");

    protected override bool TakeOther(ReadOnlySpan<char> line, ReadingInput input, List<BounceReport> reports) =>
        IsHeader(line) && TakeColumns(CsvLine.Split(line.TrimStart('\uFEFF')), input, reports);

    protected override void Read(CsvRow row, List<BounceReport> reports)
    {
        if (PowerMtaRecord.Read(row) is { } report)
        {
            reports.Add(report);
        }
    }

    protected override bool IsRecord(ReadOnlySpan<char> line, IReadOnlyList<string>? columns)
    {
        if (columns is null || !MayBegin(columns))
        {
            return IsUsual(line);
        }
        var at = 0;
        while (at < columns.Count && !columns[at].Equals("type", StringComparison.OrdinalIgnoreCase))
        {
            at++;
        }
        return at < columns.Count && Cell(line, at) is "d" or "b" or "t" or "tq" or "r" or "f" or "rb" or "rs";
    }

    protected override bool MayBegin(IReadOnlyList<string> columns) => columns is not ["type", "timeLogged", ..];

    // "b,2026-02-12 10:00:01+0000,…" or "b,1770890401,…", the values quoted or not.
    private static bool IsUsual(ReadOnlySpan<char> line)
    {
        var comma = line.IndexOf(',');
        if (comma is < 1 or > 4 || line.Length <= comma + 12)
        {
            return false;
        }
        var type = line[..comma].Trim('"');
        var time = line[(comma + 1)..].TrimStart('"');
        return type.Length is 1 or 2 && char.IsAsciiLetterLower(type[0])
            && char.IsAsciiDigit(time[0]) && char.IsAsciiDigit(time[3]) && (time[4] == '-' || char.IsAsciiDigit(time[4]));
    }

    // Cells before it may be quoted, but hold no comma where the type can still be found by looking.
    private static ReadOnlySpan<char> Cell(ReadOnlySpan<char> line, int number)
    {
        if (line.Contains('"'))
        {
            return CsvLine.Split(line) is { } cells && number < cells.Count ? cells[number] : [];
        }
        for (; number > 0 && !line.IsEmpty; number--)
        {
            var comma = line.IndexOf(',');
            line = comma < 0 ? [] : line[(comma + 1)..];
        }
        var end = line.IndexOf(',');
        return end < 0 ? line : line[..end];
    }
}
