namespace BounceBoard.Storage.Retention;

/// <summary>What retention removes.</summary>
public enum ExpiredKind
{
    /// <summary>Which evidence a refusal was seen in.</summary>
    Links,

    Refusals,

    /// <summary>Raw bytes of evidence.</summary>
    Contents,

    /// <summary>Lines of what was offered.</summary>
    Intake,

    Evidence,

    /// <summary>People of the suppression list who get mail again, or were only suggested.</summary>
    Suppressions,

    /// <summary>What was told to whom.</summary>
    Alerts,

    /// <summary>Recipients of controlled retries that have ended, and counts of their days.</summary>
    Retries,

    /// <summary>Counts by the hour.</summary>
    Hours,

    /// <summary>Examinations of domains but for the last of each, links to reports that are over, and how mail was seen to be sent.</summary>
    Exams,

    /// <summary>Counts of unknown wordings that were not seen again.</summary>
    Wordings,
}
