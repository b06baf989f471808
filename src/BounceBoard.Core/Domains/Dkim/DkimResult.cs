namespace BounceBoard.Core.Domains.Dkim;

/// <summary>Result of one signature or of a message, as the method <c>dkim</c> has them (RFC 8601 §2.7.1).</summary>
public enum DkimResult { None, Pass, Fail, Policy, Neutral, Temperror, Permerror }
