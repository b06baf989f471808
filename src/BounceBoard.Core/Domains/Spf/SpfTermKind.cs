namespace BounceBoard.Core.Domains.Spf;

/// <summary>Mechanisms (RFC 7208 §5) and modifiers (§6). A modifier nobody knows is ignored (§6).</summary>
public enum SpfTermKind { All, Include, A, Mx, Ptr, Ip4, Ip6, Exists, Redirect, Exp, UnknownModifier }
