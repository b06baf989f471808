using BounceBoard.Core.RetryBatches;
using BounceBoard.Storage.RetryBatches;

namespace BounceBoard.Operations.RetryBatches;

/// <summary>Who of an incident may be sent to, and who not for which reason.</summary>
internal sealed record Cohort(IReadOnlyList<RetryCandidateRow> People, IReadOnlyList<LeftOut> LeftOut);
