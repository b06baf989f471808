namespace BounceBoard.Core.Domains.Spf;

/// <summary>Results of check_host(), spelled as the RFC spells them (RFC 7208 §2.6); also what a qualifier stands for (§4.6.2).</summary>
public enum SpfResult { None, Neutral, Pass, Fail, Softfail, Temperror, Permerror }
