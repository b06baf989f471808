using BounceBoard.Core.Domains;

namespace BounceBoard.Operations.MxObservations;

/// <summary>Answers of this moment, in the form in which stored ones are compared.</summary>
public sealed record LiveObservations(IReadOnlyList<MxObservation> Mx, IReadOnlyList<RecordObservation> Records);
