using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains.Blocklists;

namespace BounceBoard.Dns.Domains;

/// <summary>Reads which blocklists are asked: <c>default</c>, <c>none</c>, or <c>ZONE</c> and <c>ZONE=OTHER</c> with commas between.</summary>
internal static class ListSelection
{
    private const string Default = "default";
    private const string None = "none";

    public static IReadOnlyList<ListChoice> Of(string text) => Words(text) is [Default]
        ? [.. BlocklistCatalogue.Free.Select(list => new ListChoice(list, list.Zone))]
        : [.. Words(text).Select(ChoiceOf).OfType<ListChoice>()];

    /// <summary>Words that name no list.</summary>
    public static IEnumerable<string> Unknown(string text) => Words(text) is [Default] or [None] ? [] : Words(text).Where(word => ChoiceOf(word) is null);

    private static ListChoice? ChoiceOf(string word)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        var (zone, asked) = equals < 0 ? (word, word) : (word[..equals].Trim(), word[(equals + 1)..].Trim());
        return BlocklistCatalogue.Find(zone) is { } list && DomainName.TryParse(asked, out var name) ? new ListChoice(list, name.Value) : null;
    }

    private static string[] Words(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
