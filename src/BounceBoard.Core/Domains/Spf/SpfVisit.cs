namespace BounceBoard.Core.Domains.Spf;

/// <summary>check_host() for one domain: its record and what each term of it gave.</summary>
/// <param name="Record">The record; null where there is none, more than one, or no answer.</param>
/// <param name="Result">Its result; null while DNS was not asked.</param>
/// <param name="Problem">Why the result is none, temperror or permerror; empty otherwise.</param>
/// <param name="Steps">The terms that were reached, in order.</param>
public sealed record SpfVisit(string Domain, SpfRecord? Record, SpfResult? Result, string Problem, IReadOnlyList<SpfStep> Steps);
