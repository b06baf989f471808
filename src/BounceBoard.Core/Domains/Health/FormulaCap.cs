namespace BounceBoard.Core.Domains.Health;

/// <summary>A fault that holds the score down whatever else is good.</summary>
/// <param name="Id">Name of the cap.</param>
/// <param name="Most">The score is at most this while the fault is there.</param>
/// <param name="Fault">The fault, as a sentence.</param>
public sealed record FormulaCap(string Id, int Most, string Fault);
