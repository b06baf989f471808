namespace BounceBoard.Core.Domains;

/// <summary>Record types the house asks for besides the MX set.</summary>
public enum RecordType { A, Aaaa, Ptr, Txt, Cname, Ns, Mx, Soa, Caa, Tlsa, Ds }
