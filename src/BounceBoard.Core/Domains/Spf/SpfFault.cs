namespace BounceBoard.Core.Domains.Spf;

/// <summary>A syntax error: the record is permerror, wherever in it the error stands (RFC 7208 §4.6).</summary>
/// <param name="Term">The term as written.</param>
/// <param name="Problem">What is wrong with it, as a sentence.</param>
public sealed record SpfFault(string Term, string Problem);
