namespace BounceBoard.Core.Domains.MtaSts;

/// <summary>Lines of the policy file: <c>name: value</c>, ended by LF or CRLF (RFC 8461 §3.2).</summary>
internal static class PolicyLines
{
    private static readonly char[] White = [' ', '\t', '\r'];

    /// <returns>The fields in order, or null with the problem.</returns>
    public static IReadOnlyList<(string Name, string Value)>? Read(string text, out string problem)
    {
        problem = "";
        List<(string, string)> fields = [];
        foreach (var line in text.Split('\n').Select(line => line.Trim(White)))
        {
            if (line.Length == 0)
            {
                continue;
            }
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var (name, value) = colon < 0 ? ("", "") : (line[..colon].TrimEnd(White), line[(colon + 1)..].TrimStart(White));
            if (!PolicyRecord.IsName(name) || value.Length == 0 || value.Any(char.IsControl))
            {
                problem = $"\"{line}\" is no field: a name, a colon and a value.";
                return null;
            }
            fields.Add((name, value));
        }
        return fields;
    }
}
