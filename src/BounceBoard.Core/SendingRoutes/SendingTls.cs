namespace BounceBoard.Core.SendingRoutes;

/// <summary>How a submission is encrypted; nobody signs in without it.</summary>
public enum SendingTls { StartTls, Implicit, None }
