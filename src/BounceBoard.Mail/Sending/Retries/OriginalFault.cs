namespace BounceBoard.Mail.Sending.Retries;

/// <summary>Why a bounce does not hold the mail that bounced, whole. NoSender: what it holds has no From.</summary>
public enum OriginalFault { NotAttached, HeaderOnly, CutOff, TooLarge, Unreadable, NoSender }
