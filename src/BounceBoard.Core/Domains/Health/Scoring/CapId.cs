namespace BounceBoard.Core.Domains.Health.Scoring;

/// <summary>Names of the caps.</summary>
internal static class CapId
{
    public const string PassAll = "pass-all";
    public const string DnssecBogus = "dnssec-bogus";
    public const string SpfPermerror = "spf-permerror";
    public const string NoDmarc = "no-dmarc";
    public const string Listed = "listed";
    public const string Unreachable = "unreachable";
    public const string OpenRelay = "open-relay";
    public const string RegistrationEnds = "registration-ends";
}
