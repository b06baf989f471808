namespace BounceBoard.Core.Domains.Spf;

/// <summary>One term evaluated.</summary>
/// <param name="Target">The name it asked about, macros expanded; empty where it asked about none.</param>
/// <param name="Lookups">What it cost of the ten (RFC 7208 §4.6.4), all below it included.</param>
/// <param name="VoidLookups">What it cost of the two, all below it included.</param>
/// <param name="Answers">What DNS said, in the order asked.</param>
/// <param name="Problem">Why it ended in an error; empty otherwise.</param>
/// <param name="Visit">The record it led to, for <c>include</c> and <c>redirect</c>.</param>
public sealed record SpfStep(
    SpfTerm Term, string Target, SpfOutcome Outcome, int Lookups, int VoidLookups, IReadOnlyList<RecordAnswer> Answers, string Problem, SpfVisit? Visit);
