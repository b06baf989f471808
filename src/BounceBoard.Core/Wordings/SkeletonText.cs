using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace BounceBoard.Core.Wordings;

/// <summary>Builds a skeleton: neighbours of the same kind are one, numbers beside the name of a month are a date.</summary>
internal sealed class SkeletonText(int most)
{
    private static readonly SearchValues<char> Gap = SearchValues.Create(" ,;:.-/+()[]");

    private static readonly FrozenSet<string> Calendar = FrozenSet.Create(
        StringComparer.Ordinal, "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "january", "february", "march", "april",
        "june", "july", "august", "september", "october", "november", "december", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "monday", "tuesday",
        "wednesday", "thursday", "friday", "saturday", "sunday");

    private static readonly FrozenSet<string> Zones = FrozenSet.Create(StringComparer.Ordinal, "utc", "gmt", "cet", "cest", "est", "edt", "pst", "pdt", "am", "pm");

    private readonly StringBuilder _text = new(most + 40);

    private string? _last;

    private int _lastAt;

    /// <summary>True when there is more than will be kept.</summary>
    public bool IsFull => _text.Length > most;

    public void Literal(ReadOnlySpan<char> text) => _text.Append(text);

    /// <param name="numberFollows">The next word begins with a digit.</param>
    public void Word(ReadOnlySpan<char> word, bool numberFollows)
    {
        if (word.Length <= 9 && IsOfADate(word, numberFollows))
        {
            Placeholder(SkeletonPiece.Date);
        }
        else
        {
            _text.Append(word);
        }
    }

    public void Placeholder(string placeholder)
    {
        if (_last is not null && IsGapSinceLast() && (_last == placeholder || (IsNumeric(_last) && IsNumeric(placeholder))))
        {
            placeholder = _last == placeholder ? placeholder : SkeletonPiece.Date;
            _text.Length = _lastAt;
        }
        (_last, _lastAt) = (placeholder, _text.Length);
        _text.Append(placeholder);
    }

    public override string ToString()
    {
        var text = _text.ToString();
        return (text.Length <= most ? text : text[..Cut(text)]).Trim();
    }

    private bool IsOfADate(ReadOnlySpan<char> word, bool numberFollows)
    {
        var isAfter = _last is not null && IsNumeric(_last) && IsGapSinceLast();
        return ((numberFollows || isAfter) && Calendar.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
            || (isAfter && Zones.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word));
    }

    private bool IsGapSinceLast()
    {
        for (var at = _lastAt + (_last?.Length ?? 0); at < _text.Length; at++)
        {
            if (!Gap.Contains(_text[at]))
            {
                return false;
            }
        }
        return true;
    }

    // Neither a placeholder nor a character is cut in two; a word only when it is a very long one.
    private int Cut(string text)
    {
        var space = text.LastIndexOf(' ', most);
        var end = space > most / 2 ? space : most;
        var open = text.LastIndexOf('{', end - 1);
        end = open >= 0 && text.IndexOf('}', open) >= end ? open : end;
        return end > 0 && char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;
    }

    private static bool IsNumeric(string placeholder) => placeholder is SkeletonPiece.Number or SkeletonPiece.Date;
}
