using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Verdicts;

namespace BounceBoard.Operations.Verdicts;

/// <summary>What the rules say of one recipient right now, recomputed from stored facts.</summary>
/// <param name="Comparison">The refusing server against the MX as known now.</param>
/// <param name="ComparisonThen">The same at the time of the refusal; null when DNS was not observed then.</param>
public sealed record RecipientDiagnosis(Finding Finding, EndpointComparison Comparison, EndpointComparison? ComparisonThen);
