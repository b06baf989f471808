namespace BounceBoard.Core.Verdicts;

/// <summary>Why the mail was refused, once text, endpoint and DNS are seen together.</summary>
public enum Cause
{
    Undetermined,
    WrongMx,
    PinnedRoute,
    RelayPolicy,
    BadAddress,
    ReceiverIncident,
    ReceiverMisconfigured,
    OtherPolicy,
}
