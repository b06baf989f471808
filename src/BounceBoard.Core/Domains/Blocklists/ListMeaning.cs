using System.Net;

namespace BounceBoard.Core.Domains.Blocklists;

/// <summary>What the answers of a list mean, in its keeper's sense.</summary>
public static class ListMeaning
{
    /// <returns>One text per meaning, in the order of the catalogue; empty when the list gives its answers no meaning, or an unknown one.</returns>
    public static IReadOnlyList<string> Of(Blocklist list, IReadOnlyList<string> codes) =>
        [.. list.Codes.Where(known => codes.Any(code => list.IsBitSet ? Holds(code, known.Code) : code == known.Code)).Select(known => known.Meaning)];

    private static bool Holds(string code, string bit) =>
        IPAddress.TryParse(code, out var answer) && IPAddress.TryParse(bit, out var one) && (answer.GetAddressBytes()[^1] & one.GetAddressBytes()[^1]) != 0;
}
