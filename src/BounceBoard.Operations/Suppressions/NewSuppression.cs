using BounceBoard.Core.Suppressions;

namespace BounceBoard.Operations.Suppressions;

/// <summary>Somebody or something says that a person shall get no more mail.</summary>
internal sealed record NewSuppression(string Key, string Address, string Domain, SuppressionReason Reason, SuppressionSource Source, string AddedBy)
{
    public string Note { get; init; } = "";

    public long? IncidentId { get; init; }

    public long? VerdictId { get; init; }

    public IReadOnlyList<string> Rules { get; init; } = [];

    public IReadOnlyList<string> RefusalIds { get; init; } = [];

    /// <summary>Event time of the newest evidence; null when a person's word is the evidence.</summary>
    public DateTimeOffset? EvidenceAt { get; init; }
}
