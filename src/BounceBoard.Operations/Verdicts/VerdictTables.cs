using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.Evidence;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.Verdicts;

namespace BounceBoard.Operations.Verdicts;

/// <summary>The tables that the verdict desk reads and writes.</summary>
internal sealed record VerdictTables(
    IncidentReader Incidents, DueIncidentReader Due, RefusalReader Refusals, EvidenceReader Evidence, VerdictWriter Verdicts, IncidentWriter Writer,
    IncidentClaimWriter Claims, IncidentSpikeWriter Spikes);
