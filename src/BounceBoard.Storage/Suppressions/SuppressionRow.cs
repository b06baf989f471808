using BounceBoard.Core.Suppressions;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Suppressions;

/// <summary>What is known of one person of a tenant who gets, or got, no mail.</summary>
public sealed record SuppressionRow
{
    /// <summary>For finding, never for sending.</summary>
    public required string RecipientKey { get; init; }

    /// <summary>Of the last change: rises within the tenant.</summary>
    public required long Id { get; init; }

    /// <summary>As it was first told, case kept.</summary>
    public required string Address { get; init; }

    public required string Domain { get; init; }

    public required SuppressionState State { get; init; }

    public required SuppressionReason Reason { get; init; }

    public required SuppressionSource Source { get; init; }

    public required DateTimeOffset Since { get; init; }

    /// <summary>When somebody should look again; null for never.</summary>
    public DateTimeOffset? ReviewAt { get; init; }

    /// <summary>When somebody last looked and left it as it was.</summary>
    public DateTimeOffset? ReviewedAt { get; init; }

    /// <summary>The actor's name, as in the audit log.</summary>
    public required string AddedBy { get; init; }

    public string Note { get; init; } = "";

    public long? IncidentId { get; init; }

    /// <summary>Number of that incident, for people.</summary>
    public long? IncidentNumber { get; init; }

    public long? VerdictId { get; init; }

    /// <summary>Ids of the rules that spoke for it.</summary>
    public IReadOnlyList<string> Rules
    {
        get => JsonText.Read(RulesText);
        init => RulesText = JsonText.Write(value);
    }

    /// <summary>The refusals it rests on, the latest first.</summary>
    public IReadOnlyList<string> RefusalIds
    {
        get => JsonText.Read(RefusalIdsText);
        init => RefusalIdsText = JsonText.Write(value);
    }

    /// <summary>The incident in whose window it was added, until somebody has looked at it.</summary>
    public long? WindowId { get; init; }

    public DateTimeOffset? ReleasedAt { get; init; }

    public string? ReleasedBy { get; init; }

    public string? ReleaseNote { get; init; }

    internal string RulesText { get; init; } = "[]";

    internal string RefusalIdsText { get; init; } = "[]";
}
