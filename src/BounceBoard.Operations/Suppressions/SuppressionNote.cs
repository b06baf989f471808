namespace BounceBoard.Operations.Suppressions;

/// <summary>What a person writes beside an entry, as one line: a list goes out and comes in line by line.</summary>
internal static class SuppressionNote
{
    public static string Of(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter)).Trim();
}
