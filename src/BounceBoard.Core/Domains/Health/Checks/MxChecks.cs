using System.Net;
using BounceBoard.Core.Domains.Health.Scoring;
using BounceBoard.Core.Domains.Spf;
using BounceBoard.Core.Endpoints;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>Where the domain's mail goes (RFC 5321 §5.1).</summary>
internal static class MxChecks
{
    private static readonly HealthRule Exists = new("mx", CheckArea.Mx, "The domain can receive mail", "RFC 5321 §5.1");
    private static readonly HealthRule Host = new("mx-host", CheckArea.Mx, "The MX host is a name with an address of its own", "RFC 2181 §10.3");
    private static readonly HealthRule Twice = new("mx-twice", CheckArea.Mx, "Each MX record names another server", "RFC 5321 §5.1");
    private static readonly HealthRule Spare = new("mx-spare", CheckArea.Mx, "More than one address receives mail", "judgement");

    public static IEnumerable<Judged> Find(Examined examined)
    {
        var route = examined.Route;
        if (route.State == DnsState.Unknown)
        {
            return [Exists.Unknown(Examined.Unanswered(examined.Ask(examined.Domain, RecordType.Mx))).Holding(Part.Mx)];
        }
        if (route.Hosts.Count == 0)
        {
            return !IsSurelyWithout(examined) ? [Exists.Unknown("There is no MX, and whether the domain itself has an address was not answered.").Holding(Part.Mx)]
                : [Exists.Fail(route.IsNull ? NullMx : NoMx(examined.Domain), route.IsNull ? "0 ." : "No MX record and no address.").HoldingAll(Part.Mx, Part.StartTls, Part.Certificate)];
        }
        var share = 1.0 / route.Hosts.Count;
        return
        [
            route.IsImplicit ? Exists.Warn(NoMx(examined.Domain), "No MX record: senders fall back on the domain's own address.") : Exists.Pass(route.Answer?.Records ?? []),
            .. route.Hosts.Select(host => HostOf(host, examined).About(host).Holding(Part.Mx, share)),
            SpareOf(examined),
            .. TwiceOf(examined),
        ];
    }

    /// <summary>True when the domain has no MX host for certain, not only as far as is known.</summary>
    public static bool IsSurelyWithout(Examined examined) => examined.Route.State != DnsState.Unknown && examined.Route.Hosts.Count == 0
        && (examined.Route.IsNull || new[] { RecordType.A, RecordType.Aaaa }.All(type => examined.Ask(examined.Domain, type).State != DnsState.Unknown));

    /// <summary>All addresses of a host that are known.</summary>
    public static IReadOnlyList<IPAddress> AddressesOf(string host, IDnsSnapshot dns) =>
    [
        .. new[] { RecordType.A, RecordType.Aaaa }.SelectMany(type => dns.Find(host, type)?.Records ?? []).Select(text => IPAddress.TryParse(text, out var address) ? address : null).OfType<IPAddress>(),
    ];

    private static Judged HostOf(string host, Examined examined)
    {
        var addresses = AddressesOf(host, examined.Facts.Dns);
        if (IPAddress.TryParse(host, out _))
        {
            return Host.Fail(Advice.Of("The MX record holds an address where a name belongs.", "Most senders cannot deliver to it.", "Give the server a name with an A record, and put the name into the MX record."), host);
        }
        if (addresses.Count == 0)
        {
            return new[] { RecordType.A, RecordType.Aaaa }.Any(type => examined.Ask(host, type).State == DnsState.Unknown) ? Host.Unknown($"The addresses of {host} were not answered.")
                : Host.Fail(Advice.Of("The MX host has no address.", "Senders cannot deliver to it; a name that anybody can register can be taken over.", "Remove the MX record, or give the host its address again."), $"{host}: no A and no AAAA record.");
        }
        var inside = addresses.Where(address => LocalAddresses.KindOf(address) is not null).ToList();
        return inside.Count == addresses.Count
                ? Host.Fail(Advice.Of("All addresses of the MX host are of a private network.", "Nobody outside can deliver to it.", "Publish the public address."), [.. inside.Select(address => address.ToString())])
            : inside.Count > 0 ? Host.Warn(Advice.Of("An address of the MX host is of a private network.", "Senders lose time on it.", "Remove it from public DNS."), [.. inside.Select(address => address.ToString())]).Whole()
            : examined.Ask(host, RecordType.Cname) is { State: DnsState.Found } alias
                ? Host.Warn(Advice.Of("The MX host is an alias.", "Some senders refuse it, and mail loops where the server does not know the name.", $"Put {alias.Records[0]} into the MX record."), $"{host} CNAME {alias.Records[0]}").Whole()
            : Host.Pass([.. addresses.Select(address => address.ToString())]);
    }

    private static Judged SpareOf(Examined examined)
    {
        var count = examined.Route.Hosts.SelectMany(host => AddressesOf(host, examined.Facts.Dns)).Distinct().Count();
        return count == 1 ? Spare.Warn(Advice.Of("All mail goes to one address.", "While it is down, mail waits at the senders, for four or five days at most.", "Add a second server, or accept that.")) : count == 0 ? Spare.Unknown() : Spare.Pass($"{count} addresses.");
    }

    // A domain with one MX has nothing that could be there twice.
    private static IEnumerable<Judged> TwiceOf(Examined examined)
    {
        var records = examined.Route.Answer?.Records ?? [];
        var named = records.GroupBy(record => TargetName.WithoutRootDot(record.Split(' ')[^1]), StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => $"{group.Key}: {string.Join(" and ", group.Order(StringComparer.Ordinal))}");
        var shared = examined.Route.Hosts.SelectMany(host => AddressesOf(host, examined.Facts.Dns).Select(address => (Host: host, Address: address)))
            .GroupBy(one => one.Address).Where(group => group.Count() > 1).Select(group => $"{group.Key}: {string.Join(" and ", group.Select(one => one.Host))}");
        List<string> evidence = [.. named, .. shared];
        return records.Count < 2 ? []
            : evidence.Count == 0 ? [Twice.Pass(records)]
            : [Twice.Warn(Advice.Of("Two MX records lead to one server.", "When it is down, the second is no spare, and senders try the same server twice.", "Remove the record that adds nothing, or give it a server of its own."), evidence)];
    }

    private static readonly HealthAdvice NullMx = Advice.Of("The null MX says that the domain accepts no mail.", "Receivers may refuse mail whose sender cannot be answered (RFC 7505 §4.2), and bounces are lost.",
        "Publish MX records, or treat the domain as one that sends nothing.");

    private static HealthAdvice NoMx(string domain) => Advice.Of("The domain has no MX record.", "Bounces and answers are lost or go to a server that may not expect them.", $"Publish an MX record of {domain} with the name of its mail server.");
}
