using System.Collections.Frozen;

namespace BounceBoard.Core.Bounces.Classification;

/// <summary>
/// Finds the first row that matches in one pass over the text: at each place the next three characters tell which rows could begin there.
/// Linear in the text, whatever the number of rows; each row that begins somewhere is then asked once.
/// </summary>
internal sealed class WordingIndex
{
    private const int KeyLength = 3;

    private const int FilterSize = 1 << 14;

    private readonly IReadOnlyList<Wording> _rows;

    private readonly FrozenDictionary<long, Candidate[]> _byKey;

    /// <summary>True where some key has this hash: most places of a text end here.</summary>
    private readonly bool[] _filter = new bool[FilterSize];

    /// <exception cref="ArgumentException">A row begins with fewer than three characters before its first <c>*</c>.</exception>
    public WordingIndex(IReadOnlyList<Wording> rows)
    {
        _rows = rows;
        if (rows.FirstOrDefault(row => row.Begin.Length < KeyLength) is { } tooShort)
        {
            throw new ArgumentException($"The row '{tooShort.Pattern}' begins with fewer than {KeyLength} characters.", nameof(rows));
        }
        _byKey = rows.Index().GroupBy(item => Key(item.Item.Begin, 0), item => Candidate.Of(item.Item.Begin, item.Index)).ToFrozenDictionary(group => group.Key, group => group.ToArray());
        foreach (var key in _byKey.Keys)
        {
            _filter[Hash(key)] = true;
        }
    }

    public Wording? First(Answer answer) => Ask(answer, null).Row;

    /// <param name="applies">Whether what else the row of this number asks for holds.</param>
    /// <returns>Number of the row; -1 when none matches.</returns>
    public int FirstIndex(Answer answer, Func<int, bool> applies) => Ask(answer, applies).Index;

    /// <summary>The first row that matches, and the work it took: places looked at, beginnings compared, texts searched for the rest of a row.</summary>
    internal (Wording? Row, int Index, int Places, int Compared, int Searched) Ask(Answer answer, Func<int, bool>? applies = null)
    {
        var (compared, searched) = (0, 0);
        var words = answer.Words;
        Span<ulong> begun = stackalloc ulong[(_rows.Count + 63) / 64];
        for (var at = 0; at + KeyLength <= words.Length; at++)
        {
            var key = Key(words, at);
            if (_filter[Hash(key)] && _byKey.TryGetValue(key, out var candidates))
            {
                Begin(words.AsSpan(at), candidates, begun);
                compared += candidates.Length;
            }
        }
        for (var block = 0; block < begun.Length; block++)
        {
            for (var left = begun[block]; left != 0; left &= left - 1)
            {
                var index = (block * 64) + System.Numerics.BitOperations.TrailingZeroCount(left);
                searched++;
                if (_rows[index].Matches(answer) && applies?.Invoke(index) is not false)
                {
                    return (_rows[index], index, words.Length, compared, searched);
                }
            }
        }
        return (null, -1, words.Length, compared, searched);
    }

    private void Begin(ReadOnlySpan<char> text, Candidate[] candidates, Span<ulong> begun)
    {
        var next = Next(text[KeyLength..]);
        foreach (var (index, wanted, mask) in candidates)
        {
            if ((next & mask) == wanted && text.StartsWith(_rows[index].Begin, StringComparison.Ordinal))
            {
                begun[index / 64] |= 1UL << (index % 64);
            }
        }
    }

    // The four characters behind the key; zeros behind the end.
    private static ulong Next(ReadOnlySpan<char> text)
    {
        var next = 0UL;
        for (var i = 0; i < Math.Min(text.Length, 4); i++)
        {
            next |= (ulong)text[i] << (16 * i);
        }
        return next;
    }

    private static long Key(string text, int at) => text[at] | ((long)text[at + 1] << 16) | ((long)text[at + 2] << 32);

    private static int Hash(long key) => (int)((ulong)(key * 0x9E3779B97F4A7C1) >> 50);

    /// <summary>A row that begins with some key; its next characters tell most rows apart without comparing texts.</summary>
    private readonly record struct Candidate(int Index, ulong Wanted, ulong Mask)
    {
        public static Candidate Of(string begin, int index)
        {
            var known = Math.Min(begin.Length - KeyLength, 4);
            return new Candidate(index, Next(begin.AsSpan(KeyLength)), known == 4 ? ulong.MaxValue : (1UL << (16 * known)) - 1);
        }
    }
}
