namespace BounceBoard.Storage.Users;

/// <summary>What a one-time link lets its holder do: make the first owner, or set a password for the first time or anew.</summary>
public enum OneTimeLinkPurpose { Setup, Invitation, PasswordReset }
