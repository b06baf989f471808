using System.Diagnostics.CodeAnalysis;
using System.Text;
using BounceBoard.Core.Bounces.Classification;

namespace BounceBoard.Core.Wordings;

/// <summary>
/// The words of a rule in the form in which the house's own rows are written: lower case, single spaces, no codes, <c>*</c> for anything between, <c>$</c> for
/// the end of the reply.
/// </summary>
public sealed record RulePattern
{
    /// <summary>Characters that are no star: fewer would match what nobody thought of.</summary>
    public const int FewestFixed = 8;

    public const int MostCharacters = 300;

    // Where the search for a row begins; see WordingIndex.
    private const int FewestFirst = 3;

    private RulePattern(string text) => Text = text;

    /// <summary>As it is compared and stored.</summary>
    public string Text { get; }

    /// <summary>Characters that are no star: of two rules that match, the one with more of them says more.</summary>
    public int Fixed => Text.Count(c => c is not '*');

    /// <summary>The longest word of ASCII letters: it stands in every reply that matches, as one piece.</summary>
    /// <returns>Null when there is none.</returns>
    public string? LongestWord => Text.Split([' ', '*', '$']).Where(word => word.Length > 0 && word.All(char.IsAsciiLetter)).MaxBy(word => word.Length);

    /// <summary>Reads what a person typed; case, codes and spaces do not matter.</summary>
    /// <param name="problem">Why it is refused and what is allowed; null when it is not.</param>
    public static bool TryRead(string? typed, [NotNullWhen(true)] out RulePattern? pattern, [NotNullWhen(false)] out string? problem)
    {
        pattern = null;
        var text = ReplyWords.Of(typed ?? "").TrimStart('*', ' ');
        problem = text switch
        {
            _ when typed?.Length > MostCharacters => $"The wording is longer than {MostCharacters} characters. Keep the words that matter and put * between.",
            _ when text.Count(c => c is not ('*' or '$' or ' ')) < FewestFixed =>
                $"Write at least {FewestFixed} characters besides * and spaces: a shorter wording would match replies that mean something else.",
            _ when text.TrimEnd('$').Contains('$') => "$ means the end of the reply; it can only stand last.",
            _ when text.TrimEnd('$').Split('*', StringSplitOptions.RemoveEmptyEntries)[0].Length < FewestFirst =>
                $"Before the first * stand at least {FewestFirst} characters.",
            _ => null,
        };
        if (problem is not null)
        {
            return false;
        }
        pattern = new RulePattern(text);
        return true;
    }

    /// <summary>A first proposal for a wording: its skeleton with a star for every placeholder.</summary>
    public static string Propose(string skeleton)
    {
        var text = new StringBuilder(skeleton.Length);
        for (var at = 0; at < skeleton.Length; at++)
        {
            var end = skeleton[at] == '{' ? skeleton.IndexOf('}', at) : -1;
            if (end > 0)
            {
                at = end;
                text.Append('*');
            }
            else
            {
                text.Append(skeleton[at]);
            }
        }
        // Brackets around what was taken out say nothing; a star alone at an end says nothing either.
        var proposed = text.ToString().Replace("<*>", "*", StringComparison.Ordinal).Replace("(*)", "*", StringComparison.Ordinal).Replace("[*]", "*", StringComparison.Ordinal);
        return proposed.Trim(' ', '*', ':', ';', ',', '.', '-', '<', '>');
    }

    internal Wording ToWording(Bounces.BounceCategory category) => new(Text, category, "a rule of the tenant");
}
