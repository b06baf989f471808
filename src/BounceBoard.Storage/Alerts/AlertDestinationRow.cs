using BounceBoard.Core.Alerts;
using BounceBoard.Core.Tenants;
using BounceBoard.Core.Verdicts;

namespace BounceBoard.Storage.Alerts;

/// <summary>Where alerts of a tenant go, with how it went last.</summary>
public sealed class AlertDestinationRow
{
    public required TenantId TenantId { get; init; }

    public required long Id { get; init; }

    public required string Name { get; init; }

    public required AlertDestinationKind Kind { get; init; }

    /// <summary>An https address, or mail addresses, one per line.</summary>
    public required string Target { get; init; }

    public string? SecretSealed { get; init; }

    /// <summary>Names of <see cref="AlertKind"/>, separated by commas.</summary>
    public required string Kinds { get; init; }

    public required Confidence LeastConfidence { get; init; }

    public required long LeastPeople { get; init; }

    /// <summary>Points; see <see cref="AlertFilter.LeastDrop"/>.</summary>
    public int LeastDrop { get; init; } = AlertFilter.UsualDrop;

    /// <summary>Minute of the day; null without quiet hours, as the two after it.</summary>
    public int? QuietFrom { get; init; }

    public int? QuietUntil { get; init; }

    /// <summary>IANA name.</summary>
    public string? QuietZone { get; init; }

    public required AlertDestinationState State { get; init; }

    /// <summary>The first failure in a row; null while it answers.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>Failures in a row.</summary>
    public long Failures { get; init; }

    /// <summary>Nothing is sent before it; null while it answers.</summary>
    public DateTimeOffset? NextTryAt { get; init; }

    public DateTimeOffset? DisabledAt { get; init; }

    /// <summary>When it last took something.</summary>
    public DateTimeOffset? LastAt { get; init; }

    /// <summary>SMTP reply, HTTP status, or what kept it from being heard; of the last try.</summary>
    public string? LastAnswer { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
