namespace BounceBoard.Core.Bounces;

/// <summary>Fields of a report that some sources state and others only let us work out.</summary>
[Flags]
public enum ReportFields
{
    None = 0,

    /// <summary>Whom the returned message was for, where the report itself names nobody.</summary>
    Recipient = 1,

    /// <summary>From the kind of an event, where there is no RFC 3464 action.</summary>
    Action = 2,

    Status = 4,

    /// <summary>The report's own addressee, which must be the envelope sender (RFC 3464 section 2).</summary>
    Sender = 8,

    /// <summary>From the sending address.</summary>
    Pool = 16,
}
