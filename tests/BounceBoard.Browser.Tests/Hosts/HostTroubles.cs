namespace BounceBoard.Browser.Tests.Hosts;

/// <summary>The lines of a host's console log that say warn, fail or crit, each with its text.</summary>
internal static class HostTroubles
{
    private const int Most = 60;
    private const int LinesOfEach = 8;

    public static IEnumerable<string> In(string output)
    {
        var lines = output.Split('\n');
        var found = new List<string>();
        for (var at = 0; at < lines.Length; at++)
        {
            if (lines[at].StartsWith("warn:", StringComparison.Ordinal) || lines[at].StartsWith("fail:", StringComparison.Ordinal) || lines[at].StartsWith("crit:", StringComparison.Ordinal))
            {
                found.Add(lines[at]);
                // The console writes the text under the category, set in.
                found.AddRange(lines.Skip(at + 1).TakeWhile(line => line.StartsWith(' ')).Take(LinesOfEach));
            }
        }
        return found.TakeLast(Most);
    }
}
