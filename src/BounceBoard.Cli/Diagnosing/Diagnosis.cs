using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Verdicts;
using BounceBoard.Operations.MxObservations;

namespace BounceBoard.Cli.Diagnosing;

/// <summary>A refusal with what DNS and the rules say of it.</summary>
internal sealed record Diagnosis(FiledReport Filed, LiveObservations Dns, EndpointComparison Comparison, Finding Finding);
