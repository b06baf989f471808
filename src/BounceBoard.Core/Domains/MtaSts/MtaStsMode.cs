namespace BounceBoard.Core.Domains.MtaSts;

/// <summary>What a sender does when no MX passes the policy (RFC 8461 §5): nothing, report, or not deliver.</summary>
public enum MtaStsMode { None, Testing, Enforce }
