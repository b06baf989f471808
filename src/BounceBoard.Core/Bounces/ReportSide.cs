namespace BounceBoard.Core.Bounces;

/// <summary>Who tells of the attempt: the side that sent, or the server that was asked to take the message and refused its client.</summary>
public enum ReportSide { Sending, Receiving }
