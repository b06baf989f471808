namespace BounceBoard.Core.Alerts;

/// <summary>How alerts leave.</summary>
public enum AlertDestinationKind { Mail, Webhook }
