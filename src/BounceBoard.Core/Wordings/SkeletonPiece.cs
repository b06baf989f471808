using System.Buffers;

namespace BounceBoard.Core.Wordings;

/// <summary>Tells what a piece of a reply is: a word that everybody gets, or something of this one message.</summary>
internal static class SkeletonPiece
{
    public const string Address = "{address}";

    public const string Name = "{name}";

    public const string Host = "{host}";

    public const string Ip = "{ip}";

    public const string Url = "{url}";

    public const string Id = "{id}";

    public const string Number = "{n}";

    public const string Date = "{date}";

    /// <summary>What stands around a word without belonging to it.</summary>
    public const string Marks = ".'`:!?-*#~^$&%\\";

    // No English word of a reply is longer; ids and keys are.
    private const int LongestWord = 30;

    private const int ShortestHex = 8;

    private static readonly SearchValues<char> IpCharacters = SearchValues.Create("0123456789abcdef:.%");

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.,:/+-%");

    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    // In words they do not occur; in local parts, paths and ids they do.
    private static readonly SearchValues<char> Foreign = SearchValues.Create("_+\\~=&#$%^*!?{}|");

    /// <param name="piece">Lower case, without marks around it.</param>
    /// <returns>Null for a word that stays.</returns>
    public static string? Of(ReadOnlySpan<char> piece, KnownNames names, bool isQuoted)
    {
        if (piece.IsEmpty)
        {
            return null;
        }
        if (piece.Contains('@'))
        {
            return Address;
        }
        if (piece.Contains(KnownNames.Hidden))
        {
            return Name;
        }
        if (IsNumberOrAddress(piece))
        {
            return IsIp(piece) ? Ip : Number;
        }
        if (IsHost(piece))
        {
            return Host;
        }
        if (IsId(piece))
        {
            return Id;
        }
        return isQuoted || names.Contains(piece) ? Name : null;
    }

    /// <summary>Digits with the signs of times, versions and addresses among them.</summary>
    public static bool IsNumberOrAddress(ReadOnlySpan<char> piece) =>
        (piece.ContainsAnyInRange('0', '9') && !piece.ContainsAnyExcept(NumberCharacters)) || IsIp(piece);

    private static bool IsIp(ReadOnlySpan<char> piece) =>
        !piece.ContainsAnyExcept(IpCharacters)
        && (piece.Count(':') is var colons && colons == 0
            ? piece.Count('.') == 3 && !piece.ContainsAnyExceptInRange('.', '9')
            : colons >= 2 && (piece.Contains("::", StringComparison.Ordinal) || colons > 3 || piece.ContainsAnyInRange('a', 'f')));

    // "unknown.please" looks like a host as well; "e.g" does not.
    private static bool IsHost(ReadOnlySpan<char> piece) =>
        piece.Contains('.') && piece.LastIndexOf('.') < piece.Length - 2 && !piece.Contains('/');

    private static bool IsId(ReadOnlySpan<char> piece) =>
        piece.ContainsAnyInRange('0', '9') || piece.ContainsAny(Foreign) || piece[0] == '/' || piece.Count('/') > 1
        || (piece.Contains('/') && piece.Contains('.'))
        || (piece.Length > LongestWord && char.IsAscii(piece[0]))
        || (piece.Length >= ShortestHex && !piece.ContainsAnyExcept(Hex));
}
