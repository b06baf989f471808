namespace BounceBoard.Core.Verdicts;

/// <summary>One thing that speaks for or against the verdict.</summary>
/// <param name="Rule">Stable id of the rule, kebab case: <c>endpoint-not-in-mx</c>.</param>
/// <param name="For">True when it supports the verdict, false when it speaks against it.</param>
/// <param name="Text">One plain sentence that names the thing and the number.</param>
public sealed record Reason(string Rule, bool For, string Text);
