using System.Text;

namespace BounceBoard.Mail.Reading.Logs;

/// <summary>Splits a line of a table at commas (RFC 4180 §2): a value in quotes may hold commas, a doubled quote stands for one.</summary>
internal static class CsvLine
{
    public static List<string> Split(ReadOnlySpan<char> line)
    {
        var cells = new List<string>(32);
        while (true)
        {
            if (line.StartsWith("\""))
            {
                cells.Add(Quoted(ref line));
            }
            else
            {
                var end = line.IndexOf(',');
                cells.Add((end < 0 ? line : line[..end]).ToString());
                line = end < 0 ? [] : line[end..];
            }
            if (line.IsEmpty)
            {
                return cells;
            }
            // What stands between a closing quote and the next comma belongs to nothing.
            var comma = line.IndexOf(',');
            line = comma < 0 ? [] : line[(comma + 1)..];
            if (line.IsEmpty && comma >= 0)
            {
                cells.Add("");
                return cells;
            }
        }
    }

    private static string Quoted(ref ReadOnlySpan<char> line)
    {
        var cell = new StringBuilder();
        line = line[1..];
        while (!line.IsEmpty)
        {
            var quote = line.IndexOf('"');
            cell.Append(quote < 0 ? line : line[..quote]);
            line = quote < 0 ? [] : line[(quote + 1)..];
            if (!line.StartsWith("\""))
            {
                break;
            }
            cell.Append('"');
            line = line[1..];
        }
        return cell.ToString();
    }
}
