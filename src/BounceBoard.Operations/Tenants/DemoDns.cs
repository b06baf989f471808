using System.Data.Common;
using System.Net;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;
using BounceBoard.Operations.MxObservations;
using BounceBoard.Storage.MxObservations;

namespace BounceBoard.Operations.Tenants;

/// <summary>The sample's DNS answers: recorded, never asked, and never seen by a real tenant.</summary>
internal sealed class DemoDns(MxObservationWriter writer, RecordObservationWriter records)
{
    public const string SendingDomain = "sender.example";

    public static IReadOnlyList<string> Selectors { get; } = ["s1", "news"];

    private static readonly string[] Resolvers = ["system", "1.1.1.1", "8.8.8.8", "authoritative"];

    public async Task RecordAsync(DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var (longAgo, moved) = (now.AddDays(-40), now.AddHours(-6));
        foreach (var resolver in Resolvers)
        {
            await SayAsync(resolver, Mx("moved-mail.example", "old-mx.moved-mail.example", "203.0.113.7"), longAgo, moved);
            await SayAsync(resolver, Mx("moved-mail.example", "mx.moved-mail.example", "198.51.100.21"), moved.AddMinutes(1), now);
            await SayAsync(resolver, Mx("pinned-route.example", "mx.pinned-route.example", "198.51.100.31"), longAgo, now);
            await SayAsync(resolver, Mx("partner.example", "mx.partner.example", "198.51.100.35"), longAgo, now);
            await SayAsync(resolver, Mx("shop.example", "mx.shop.example", "198.51.100.41"), longAgo, now);
            await SayAsync(resolver, Mx("bigmail.example", "mx1.bigmail-servers.test", "198.51.100.51"), longAgo, now);
            await SayAsync(resolver, Mx("quiet-host.example", "mx.quiet-host.example", "198.51.100.71"), longAgo, now);
            await SayAsync(resolver, NullMx("no-mail.example"), longAgo, now);
            var split = resolver is "system" or "1.1.1.1"
                ? Mx("split-view.example", "mx-a.split-view.example", "198.51.100.61")
                : Mx("split-view.example", "mx-b.split-view.example", "198.51.100.62");
            await SayAsync(resolver, split, longAgo, now);
            await SayAsync(resolver, Mx(SendingDomain, "mx.sender.example", "192.0.2.25"), longAgo, now);
            foreach (var answer in SendingRecords())
            {
                await records.SeenAsync(resolver, answer, longAgo, ObservationOrigin.Recorded, transaction, cancellationToken);
                await records.SeenAsync(resolver, answer, now, ObservationOrigin.Recorded, transaction, cancellationToken);
            }
        }

        async Task SayAsync(string resolver, MxAnswer answer, DateTimeOffset from, DateTimeOffset until)
        {
            await writer.SeenAsync(resolver, answer, from, ObservationOrigin.Recorded, transaction, cancellationToken);
            await writer.SeenAsync(resolver, answer, until, ObservationOrigin.Recorded, transaction, cancellationToken);
        }
    }

    private static IEnumerable<RecordAnswer> SendingRecords()
    {
        var domain = DomainName.Parse(SendingDomain);
        yield return Txt(domain.Value, "v=spf1 ip4:192.0.2.0/24 include:relay.sender.example ~all");
        yield return Txt(LookTargets.DmarcName(domain), "v=DMARC1; p=none; rua=mailto:dmarc@sender.example");
        yield return Txt(LookTargets.DkimName(Selectors[0], domain), "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=");
        yield return new RecordAnswer(LookTargets.DkimName(Selectors[1], domain), RecordType.Txt, DnsState.Absent, "NXDOMAIN", [], null);
    }

    private static RecordAnswer Txt(string name, string text) => new(name, RecordType.Txt, DnsState.Found, "NOERROR", [text], 3600);

    private static MxAnswer Mx(string domain, string host, string address) => new()
    {
        Domain = DomainName.Parse(domain),
        State = DnsState.Found,
        Rcode = "NOERROR",
        Hosts = [new MxHost(DomainName.Parse(host), 10, DnsState.Found, [IPAddress.Parse(address)])],
        Ttl = 3600,
    };

    private static MxAnswer NullMx(string domain) => new()
    {
        Domain = DomainName.Parse(domain),
        State = DnsState.Found,
        Rcode = "NOERROR",
        IsNullMx = true,
        Ttl = 3600,
    };
}
