using BounceBoard.Core.Bounces;

namespace BounceBoard.Operations.Wordings;

/// <summary>A rule as a person typed it.</summary>
/// <param name="Pattern">Words with <c>*</c> for anything between and <c>$</c> for the end of the reply.</param>
/// <param name="ReplyCode">Empty for any.</param>
/// <param name="Status">Empty for any.</param>
/// <param name="Domain">Of the refusing server or of the recipient; empty for any.</param>
public sealed record RuleDraft(string Pattern, string ReplyCode, string Status, string Domain, BounceCategory Category, string Note);
