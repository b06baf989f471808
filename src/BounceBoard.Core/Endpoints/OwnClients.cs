using System.Net;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Routes;

namespace BounceBoard.Core.Endpoints;

/// <summary>Which refusals by our own server are ours to explain: every server turns away strangers all day.</summary>
public static class OwnClients
{
    /// <summary>
    /// True for what the sending side tells, and where our own server refused one of our own clients. Mailboxes that our server does not have are left
    /// out: whose mail that was is the sending side's to tell.
    /// </summary>
    public static bool Concerns(BounceReport report, SenderNetwork network) =>
        report.Side is ReportSide.Sending
        || (report.SendingIp is { } client && IsOwn(client, network) && RefusalFamilies.Of(report.Category) is not RefusalFamily.Mailbox);

    /// <summary>An address of a pool, of an own network, or one that nobody outside can have.</summary>
    public static bool IsOwn(IPAddress client, SenderNetwork network)
    {
        var plain = RefusingServer.Unmapped(client) ?? client;
        return network.Pools.Any(pool => pool.Addresses.Contains(plain)) || network.OwnNetworks.Any(own => own.Contains(plain)) || LocalAddresses.KindOf(plain) is not null;
    }
}
