using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading.Logs;

namespace BounceBoard.Mail.Reading.PowerMtaCsv;

/// <summary>PowerMTA's accounting file: a table whose first line names its columns, in any order; the first column is the type of the record.</summary>
internal sealed class PowerMtaCsvForm : ILogForm
{
    /// <summary>The order that the user guide gives, for a piece of a file that came without its first line.</summary>
    private static readonly string[] Standard =
        ("type,timeLogged,timeQueued,orig,rcpt,orcpt,dsnAction,dsnStatus,dsnDiag,dsnMta,bounceCat,srcType,srcMta,dlvType,"
            + "dlvSourceIp,dlvDestinationIp,dlvEsmtpAvailable,dlvSize,vmta,jobId,envId").Split(',');

    public string Format => "powermta-csv";

    public bool Take(ReadOnlySpan<char> line, ReadingInput input, List<BounceReport> reports)
    {
        if (line.StartsWith("type,") && line.Contains("timeLogged", StringComparison.OrdinalIgnoreCase))
        {
            input.Session.Table = new CsvTable(CsvLine.Split(line));
            return true;
        }
        if (!IsRecord(line))
        {
            return false;
        }
        if (PowerMtaRecord.Read(input.Session.TableOr(Standard).Row(line)) is { } report)
        {
            reports.Add(report);
        }
        return true;
    }

    // "b,2026-02-12 10:00:01+0000,…" or "b,1770890401,…".
    private static bool IsRecord(ReadOnlySpan<char> line)
    {
        var comma = line.IndexOf(',');
        return comma is 1 or 2 && char.IsAsciiLetterLower(line[0]) && line.Length > comma + 11
            && char.IsAsciiDigit(line[comma + 1]) && char.IsAsciiDigit(line[comma + 4]) && (line[comma + 5] == '-' || char.IsAsciiDigit(line[comma + 5]));
    }
}
