namespace BounceBoard.Dns.Domains;

/// <summary>The names above a name, the nearest first.</summary>
internal static class NamesAbove
{
    /// <returns>All of them, the top-level domain last.</returns>
    public static IEnumerable<string> Of(string name)
    {
        for (var dot = name.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = name.IndexOf('.', StringComparison.Ordinal))
        {
            name = name[(dot + 1)..];
            yield return name;
        }
    }

    /// <returns>Those down to two labels: a top-level domain has nothing to say about anybody's mail.</returns>
    public static IEnumerable<string> BelowTop(string name) => Of(name).Where(above => above.Contains('.', StringComparison.Ordinal));
}
