using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.RetryBatches;

namespace BounceBoard.Operations.RetryBatches.Sending;

/// <summary>What the ledger writes into.</summary>
internal sealed record LedgerTables(RetryClaimWriter Claims, RetryOutcomeWriter Outcomes, IncidentWriter Incidents);
