namespace BounceBoard.Mail.Reading.Dialects;

/// <summary>One thing by which a program that writes bounces is known.</summary>
/// <param name="Dialect">Name of the program or provider: the output's <c>dialect</c>.</param>
/// <param name="Text">What stands at the place; upper and lower case are one.</param>
internal sealed record DialectMark(string Dialect, MarkPlace Place, string Text);
