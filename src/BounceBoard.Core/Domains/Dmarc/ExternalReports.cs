namespace BounceBoard.Core.Domains.Dmarc;

/// <summary>Does another organization's domain agree to receive a domain's reports (RFC 9990 §4)?</summary>
public static class ExternalReports
{
    /// <summary>The name at which the receiving host says yes.</summary>
    public static string NameFor(string policyDomain, string host) => $"{policyDomain}._report._dmarc.{host}";

    /// <summary>True when the host belongs to another organization, so that it must agree.</summary>
    /// <param name="organizationOf">Organizational domain of a name, by tree walk or by a list of public suffixes.</param>
    public static bool IsExternal(string policyDomain, string host, Func<string, string> organizationOf) =>
        !string.Equals(organizationOf(policyDomain), organizationOf(host), StringComparison.OrdinalIgnoreCase);

    /// <returns>True when it agrees; false when it does not; null when DNS gave no answer: that is not a no.</returns>
    public static bool? Agrees(RecordAnswer answer) => answer.State switch
    {
        DnsState.Found => answer.Records.Any(DmarcParser.IsRecord),
        DnsState.Absent => false,
        DnsState.Unknown => null,
    };
}
