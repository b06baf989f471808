using System.Net;
using BounceBoard.Core.Addresses;

namespace BounceBoard.Operations.Domains.Exams;

/// <summary>One address of one mail server of a domain.</summary>
/// <param name="IsFirst">Of the domain's most preferred server: the one that is asked about the domain's mailboxes.</param>
internal sealed record ProbeTarget(DomainName Domain, DomainName Host, IPAddress Address, bool IsFirst);
