namespace BounceBoard.Operations.Domains.Exams;

/// <summary>The scores of many domains in two figures; a mean would hide the worst behind the many. Parked domains follow other rules and are left out.</summary>
/// <param name="Domains">Sending domains with a score.</param>
/// <param name="Median">The lower one of the two in the middle.</param>
public sealed record HealthSum(int Domains, int Median, int Worst);
