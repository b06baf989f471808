namespace BounceBoard.Storage.Jobs;

/// <summary>Tables whose rows are due at a time and are claimed until another; see <see cref="DueClaim"/>.</summary>
internal enum ClaimedTable
{
    /// <summary>Incidents, for one decision.</summary>
    Incident,

    /// <summary>Sending domains, for one examination.</summary>
    Domain,
}
