using BounceBoard.Core.Alerts;

namespace BounceBoard.Storage.Alerts;

/// <summary>One alert.</summary>
public sealed class AlertRow
{
    public required long Id { get; init; }

    public required AlertKind Kind { get; init; }

    public required long SubjectId { get; init; }

    public required string Episode { get; init; }

    public required DateTimeOffset RaisedAt { get; init; }

    /// <summary>When it is to be worded and addressed; null once that is done.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary><see cref="AlertContent"/> as JSON; null before it is worded.</summary>
    public string? Content { get; init; }

    public AlertContent? Says => AlertContentJson.Read(Content);
}
