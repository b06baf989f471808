namespace BounceBoard.Core.Routes;

/// <summary>Cuts a table into logical lines without comments.</summary>
internal static class RouteLines
{
    private const int Most = 10_000;

    /// <summary>transport(5): a line that starts with white space continues the last one. Exim: a backslash at the end does.</summary>
    public static (IReadOnlyList<RouteLine> Lines, IReadOnlyList<RouteProblem> Problems) Of(string text, RouteKind kind)
    {
        List<RouteLine> lines = [];
        List<RouteProblem> problems = [];
        var number = 0;
        var continues = false;
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            number++;
            var line = raw.Trim();
            // A comment between two parts of a line does not end it, with Postfix and with Exim.
            if (line.IsEmpty || line[0] == '#')
            {
                continue;
            }
            var isContinued = line[^1] == '\\' && kind == RouteKind.ManualRoute;
            var content = (isContinued ? line[..^1].TrimEnd() : line).ToString();
            var joins = kind == RouteKind.Transport ? char.IsWhiteSpace(raw[0]) : continues;
            continues = isContinued;
            if (joins && lines.Count > 0)
            {
                lines[^1] = lines[^1] with { Text = $"{lines[^1].Text} {content}" };
            }
            else if (joins && kind == RouteKind.Transport)
            {
                problems.Add(new RouteLine(number, content).Problem("The first line starts with white space, so it continues nothing; start it at the margin."));
            }
            else if (lines.Count == Most)
            {
                problems.Add(new RouteLine(number, content).Problem($"The table has more than {Most} lines; this one and those after it were not read."));
                break;
            }
            else
            {
                lines.Add(new RouteLine(number, content));
            }
        }
        return (lines, problems);
    }
}
