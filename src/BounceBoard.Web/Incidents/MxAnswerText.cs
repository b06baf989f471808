using System.Globalization;
using BounceBoard.Core.Domains;

namespace BounceBoard.Web.Incidents;

/// <summary>An MX answer in the words of a zone file and of a person.</summary>
public static class MxAnswerText
{
    /// <summary>One line per exchange: <c>10 mx1.example.net</c>; or the one sentence that says why there is none.</summary>
    public static IReadOnlyList<string> Hosts(MxAnswer answer) => answer switch
    {
        { State: DnsState.Unknown } => [$"no usable answer ({answer.Rcode})"],
        { IsNullMx: true } => ["null MX: the domain accepts no mail"],
        { NoSuchDomain: true } => ["the domain does not exist (NXDOMAIN)"],
        { State: DnsState.Absent, ImplicitAddresses.Count: > 0 } => ["no MX: its own address receives"],
        { State: DnsState.Absent } => ["no MX and no address"],
        { State: DnsState.Found } => [.. answer.Hosts.Select(host => string.Create(CultureInfo.InvariantCulture, $"{host.Preference} {host.Name}"))],
    };

    /// <summary>The addresses, one line per exchange.</summary>
    public static IReadOnlyList<string> Addresses(MxAnswer answer) =>
        answer.ImplicitAddresses.Count > 0
            ? [string.Join(", ", answer.ImplicitAddresses)]
            : [.. answer.Hosts.Select(Addresses)];

    /// <summary>The whole answer on one line.</summary>
    public static string Line(MxAnswer answer) => string.Join(" · ", Hosts(answer));

    private static string Addresses(MxHost host) => host.AddressState switch
    {
        DnsState.Found => string.Join(", ", host.Addresses),
        DnsState.Absent => "no address",
        DnsState.Unknown => "unknown",
    };
}
