namespace BounceBoard.Core.Bounces.Classification.Providers;

/// <summary>Asks the tables of the providers whose own codes, or whose use of common words, mean something else than elsewhere.</summary>
internal static class ProviderMeanings
{
    private static readonly Dictionary<string, ProviderTable> ByMark =
        AllProviders.InOrder.SelectMany(table => table.Marks, (table, mark) => (table, mark)).ToDictionary(pair => pair.mark, pair => pair.table, StringComparer.Ordinal);

    private static readonly Dictionary<string, ProviderTable> ByHost =
        AllProviders.InOrder.SelectMany(table => table.Hosts, (table, host) => (table, host)).ToDictionary(pair => pair.host, pair => pair.table, StringComparer.OrdinalIgnoreCase);

    private static readonly WordingIndex Marks =
        new([.. AllProviders.InOrder.SelectMany(table => table.Marks).Select(mark => new Wording(mark, BounceCategory.Undetermined, "tells the provider only"))]);

    public static BounceCategory? Of(Answer answer) =>
        OrangeCodes.Find(answer.Words) ?? SpectrumCodes.Find(answer.Words) ?? IuaCodes.Find(answer.Words) ?? SfrCodes.Find(answer.Words)
        ?? (answer.Host is null ? null : JapaneseCarriers.Find(answer.Words, answer.Status, answer.Stage, answer.Host))
        // The mark tells who wrote the words; the host only who passed them on.
        ?? (Marks.First(answer) is { } mark ? ByMark[mark.Pattern].Find(answer) : null)
        ?? (answer.Host is null ? null : TableOf(answer.Host)?.Find(answer));

    public static bool IsUnder(string host, string domain) =>
        host.EndsWith(domain, StringComparison.OrdinalIgnoreCase) && (host.Length == domain.Length || host[^(domain.Length + 1)] == '.');

    private static ProviderTable? TableOf(string host)
    {
        for (var at = 0; at >= 0; at = host.IndexOf('.', at) is >= 0 and var dot ? dot + 1 : -1)
        {
            if (ByHost.TryGetValue(host[at..], out var table))
            {
                return table;
            }
        }
        return null;
    }
}
