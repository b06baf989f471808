namespace BounceBoard.Core.Domains;

/// <summary>Record types the house asks for besides the MX set. Spf is type 99, which nobody reads any more (RFC 7208 §3.1).</summary>
public enum RecordType { A, Aaaa, Ptr, Txt, Cname, Ns, Mx, Soa, Caa, Tlsa, Ds, Spf }
