namespace BounceBoard.Mail.Unpacking;

/// <summary>Tells a log of JSON lines from one JSON document.</summary>
internal static class JsonLines
{
    /// <summary>One object on each line; a single line counts when it is a delivery record of KumoMTA.</summary>
    public static bool IsLog(List<string> lines)
    {
        // One of the first lines may be broken; the others still make it a log.
        var looked = Math.Min(lines.Count, 5);
        return IsObject(lines[0]) && lines.Take(looked).Count(IsObject) * 2 > looked && (looked > 1 || lines[0].Contains("\"peer_address\"", StringComparison.Ordinal) || lines[0].Contains("\"egress_source\"", StringComparison.Ordinal));
    }

    public static bool IsDocument(List<string> lines) => lines[0].AsSpan().TrimStart() is ['{' or '[', ..];

    private static bool IsObject(string line)
    {
        // Lines are looked at up to 2,000 characters; a longer one is cut and has no end.
        var text = line.AsSpan().Trim();
        return text.StartsWith("{\"") && (text.EndsWith("}") || line.Length >= 2000);
    }
}
