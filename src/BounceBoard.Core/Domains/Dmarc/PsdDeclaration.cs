namespace BounceBoard.Core.Domains.Dmarc;

/// <summary>The tag <c>psd</c>: whether the domain is a public suffix (RFC 9989 §4.7); undetermined when left out.</summary>
public enum PsdDeclaration { Undetermined, Yes, No }
