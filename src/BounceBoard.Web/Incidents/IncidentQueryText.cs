using System.Globalization;
using BounceBoard.Core;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Incidents;
using BounceBoard.Core.Verdicts;

namespace BounceBoard.Web.Incidents;

/// <summary>Reads and writes the words of the search box; the box is the filter, and the facets only write into it.</summary>
public static class IncidentQueryText
{
    private const int MostCharacters = 300;

    public static IncidentQuery Read(string? text)
    {
        var shortened = text is { Length: > MostCharacters } ? text[..MostCharacters] : text ?? "";
        var (query, words) = (IncidentQuery.Empty, new List<string>());
        foreach (var word in shortened.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var colon = word.IndexOf(':', StringComparison.Ordinal);
            var read = colon > 0 ? ReadPair(query, word[..colon].ToLowerInvariant(), word[(colon + 1)..], word) : null;
            if (read is null)
            {
                words.Add(word);
            }
            query = read ?? query;
        }
        return query with { Text = words.Count == 0 ? null : string.Join(' ', words) };
    }

    public static string Write(IncidentQuery query)
    {
        var words = new List<string>();
        void Add(string key, string? value)
        {
            if (value is not null)
            {
                words.Add($"{key}:{value}");
            }
        }
        Add("verdict", Name(query.Verdict));
        Add("cause", Name(query.Cause));
        Add("is", query.OnlyOpen ? "open" : null);
        Add("state", Name(query.State));
        Add("family", Name(query.Family));
        Add("scope", query.Scope);
        // A pool's name may have blanks, which would end the word.
        Add("pool", query.Pool is { } pool ? Uri.EscapeDataString(pool) : null);
        Add("owner", query.Owner);
        Add("last", query.Last is { } last ? Span(last) : null);
        if (query.Text is not null)
        {
            words.Add(query.Text);
        }
        return string.Join(' ', words);
    }

    // Null: the key is none of ours, so the word is searched for as it stands ("550:" or an IPv6 address).
    private static IncidentQuery? ReadPair(IncidentQuery query, string key, string value, string word) => key switch
    {
        "verdict" => Choice<Verdict>(query, word, value, found => query with { Verdict = found }),
        "cause" => Choice<Cause>(query, word, value, found => query with { Cause = found }),
        "state" => Choice<IncidentState>(query, word, value, found => query with { State = found }),
        "family" => Choice<RefusalFamily>(query, word, value, found => query with { Family = found }),
        "is" when value.Equals("open", StringComparison.OrdinalIgnoreCase) => query with { OnlyOpen = true },
        "is" => Choice<IncidentState>(query, word, value, found => query with { State = found }),
        "scope" or "domain" or "provider" when value.Length > 0 => query with { Scope = value.ToLowerInvariant() },
        "pool" when value.Length > 0 => query with { Pool = Uri.UnescapeDataString(value) },
        "owner" => value is "me" or "none" || long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? query with { Owner = value }
            : Problem(query, $"“{word}” is not known here: write owner:me or owner:none, or choose a person at the left."),
        "last" => TryReadSpan(value, out var span)
            ? query with { Last = span }
            : Problem(query, $"“{word}” is not a time: write hours or days, for example last:24h or last:7d."),
        _ => null,
    };

    private static IncidentQuery Choice<T>(IncidentQuery query, string word, string value, Func<T, IncidentQuery> with)
        where T : struct, Enum
    {
        foreach (var member in Enum.GetValues<T>())
        {
            if (KebabName.Of(member).Equals(value, StringComparison.OrdinalIgnoreCase))
            {
                return with(member);
            }
        }
        return Problem(query, $"“{word}” is not known here: write one of {string.Join(", ", Enum.GetValues<T>().Select(KebabName.Of))}.");
    }

    private static IncidentQuery Problem(IncidentQuery query, string sentence) => query with { Problems = [.. query.Problems, sentence] };

    private static bool TryReadSpan(string value, out TimeSpan span)
    {
        span = default;
        if (value.Length < 2 || !int.TryParse(value[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is 0 or > 9999)
        {
            return false;
        }
        span = value[^1] is 'h' ? TimeSpan.FromHours(number) : TimeSpan.FromDays(number);
        return value[^1] is 'h' or 'd';
    }

    private static string Span(TimeSpan span) =>
        span.TotalHours % 24 == 0 && span.TotalHours > 24
            ? string.Create(CultureInfo.InvariantCulture, $"{span.TotalDays:0}d")
            : string.Create(CultureInfo.InvariantCulture, $"{span.TotalHours:0}h");

    private static string? Name<T>(T? value)
        where T : struct, Enum => value is { } member ? KebabName.Of(member) : null;
}
