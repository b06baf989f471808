namespace BounceBoard.Core.Domains.Dmarc;

/// <summary>One tag of a record (RFC 9989 §4.8).</summary>
/// <param name="Name">In lower case; names are compared without regard to case.</param>
/// <param name="Value">Without white space around it.</param>
/// <param name="Text">As written.</param>
public sealed record DmarcTag(string Name, string Value, string Text);
