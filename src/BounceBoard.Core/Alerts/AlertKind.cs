namespace BounceBoard.Core.Alerts;

/// <summary>What an alert tells of.</summary>
public enum AlertKind
{
    /// <summary>An incident was opened, or opened again.</summary>
    Opened,

    /// <summary>Ten times as many people as the last alert of the incident told of.</summary>
    Escalated,

    /// <summary>An incident is resolved.</summary>
    Recovered,

    VerdictChanged,

    SourceSilent,

    /// <summary>A destination of alerts does not answer and is switched off; told to the others, whatever kinds they take.</summary>
    DestinationDisabled,

    /// <summary>A step of a controlled retry waits for a person's approval.</summary>
    RetryWaiting,

    /// <summary>The stop rule, the stop switch or a change after approval ended a controlled retry.</summary>
    RetryHalted,

    /// <summary>Nobody knows whether mails of a controlled retry arrived.</summary>
    RetryInDoubt,

    /// <summary>The score of a domain's health fell.</summary>
    HealthScoreDropped,

    /// <summary>A domain has faults it did not have before.</summary>
    HealthIssueNew,
}
