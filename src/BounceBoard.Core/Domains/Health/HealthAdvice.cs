namespace BounceBoard.Core.Domains.Health;

/// <summary>What a reader does about a check that warns or fails.</summary>
/// <param name="Meaning">What it means, in a sentence or two.</param>
/// <param name="Why">Why it matters.</param>
/// <param name="Fix">Steps, one each, in order.</param>
/// <param name="Records">Records to publish, ready to copy; empty where the fix is no record.</param>
public sealed record HealthAdvice(string Meaning, string Why, IReadOnlyList<string> Fix, IReadOnlyList<ProposedRecord> Records);
