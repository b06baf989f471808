using System.Globalization;
using System.Text;
using System.Text.Json;
using BounceBoard.Operations.Backups;

namespace BounceBoard.Cli.Administration;

/// <summary>The result of a move, for people and for programs.</summary>
internal static class MoveText
{
    public static string Table(MoveReport report)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{"table",-22}{"rows",14}{"repaired",10}  checksum");
        foreach (var table in report.Tables)
        {
            text.AppendLine(
                CultureInfo.InvariantCulture, $"{table.Table,-22}{table.Rows,14:N0}{table.Repaired,10:N0}  {table.Checksum[..16]}");
        }
        text.AppendLine(CultureInfo.InvariantCulture, $"{"in all",-22}{report.Rows,14:N0}{report.Repaired,10:N0}");
        return text.ToString();
    }

    public static string Json(MoveReport report) =>
        JsonSerializer.Serialize(
            new
            {
                rows = report.Rows,
                repaired = report.Repaired,
                wasDone = report.WasDone,
                tables = report.Tables.Select(it => new { table = it.Table, rows = it.Rows, repaired = it.Repaired, checksum = it.Checksum }),
            }) + Environment.NewLine;

    /// <summary>What it means and what to do next.</summary>
    public static string Next(MoveReport report)
    {
        var text = new StringBuilder(report.WasDone ? "It was copied before; nothing was copied now, and the file has not changed since. " : "Both sides are equal. ");
        if (report.Repaired > 0)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{report.Repaired:N0} texts held characters that PostgreSQL cannot keep (NUL); they now hold U+FFFD there. The raw mail is unchanged. ");
        }
        if (report.Tables.Any(it => it is { Table: "audit", Repaired: > 0 }))
        {
            text.Append("Among them are lines of the audit log: 'admin verify-audit' will name them. Keep the SQLite file as the proof. ");
        }
        return text.Append("Start the host with Storage__Provider=PostgreSql and the same connection string, and keep the SQLite file until you trust it.").ToString();
    }
}
