using BounceBoard.Core.Bounces;
using BounceBoard.Core.Incidents;
using BounceBoard.Storage.Bounces;

namespace BounceBoard.Operations.Bounces;

/// <summary>A refusal as one report tells of it, with everything that filing needs computed once.</summary>
/// <param name="Row">As it will stand in the table if nobody told of it before: without id and incident.</param>
internal sealed record ToldRefusal(BounceReport Report, RefusalRow Row, IncidentFingerprint Fingerprint, long EvidenceId)
{
    public string Key => Row.FoldKey;

    public bool IsDeferral => Report.Kind == BounceKind.Delay || Report.Permanent == false;

    /// <summary>Unix seconds; null when the report says no time.</summary>
    public long? Second => Report.OccurredAt?.ToUnixTimeSeconds();

    public bool HasBothIds => Report.MessageId is not null && Report.QueueId is not null;

    /// <summary>Something beside its key can tell that it is the same as another.</summary>
    public bool MayBeNear => Report.MessageId is not null || Report.QueueId is not null || Report.OccurredAt is not null;
}
