namespace BounceBoard.Architecture.Tests.Plan;

/// <summary>One place that may break one rule, with the reason.</summary>
/// <param name="Rule">Name of the rule's test class.</param>
/// <param name="Fault">Text that the fault begins with: a path, or a path and more.</param>
internal sealed record Exemption(string Rule, string Fault, string Reason);
