namespace BounceBoard.Core.Domains.Issues;

/// <summary>What an examination says of an issue that was known before.</summary>
public enum IssueSighting
{
    Seen,
    Gone,

    /// <summary>It could not be found out this time, so the issue stays as it is.</summary>
    Unknown,
}
