namespace BounceBoard.Mail.Reading;

/// <summary>The columns of a table log, as its first line named them.</summary>
/// <param name="Format">Name of the form in the command line's contract.</param>
/// <param name="Names">In the order of the table.</param>
public sealed record LogColumns(string Format, IReadOnlyList<string> Names);
