using System.Net;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Replays;
using BounceBoard.Core.Routes;
using BounceBoard.Core.Tests.Verdicts;
using BounceBoard.Core.Verdicts.Gathering;
using CsCheck;

namespace BounceBoard.Core.Tests.Replays;

/// <summary>
/// Six days of mail to one provider: usual deliveries, dead addresses, wrong servers, unverified reports, DNS that fails or moves, and an outage in which
/// good addresses are refused in any words. Names say what is true: <c>dead…</c> does not exist, <c>good…</c> is refused in the outage only.
/// </summary>
internal static class AnyDay
{
    public static readonly DateTimeOffset Start = new(2026, 5, 10, 0, 0, 0, TimeSpan.Zero);
    public const int Hours = 144;
    private const string Domain = "bigmail.test";

    private static readonly (int Code, string? Status, string Text)[] Words =
    [
        (550, "5.1.1", "User unknown"), (550, null, "No such user here"), (550, "5.7.1", "relaying denied"), (454, "4.7.1", "Relay access denied"),
        (550, "5.4.1", "Recipient address rejected: Access denied"), (554, "5.7.1", "Message rejected due to content restrictions"), (451, "4.3.0", "Temporary local problem"),
    ];

    private static readonly RemoteEndpoint[] Servers =
    [
        new("mta1.bigmaildns.test", IPAddress.Parse("198.51.100.100")), new("mta1.bigmaildns.test", IPAddress.Parse("198.51.100.100")), new("mta1.bigmaildns.test", null),
        new("mta1.bigmaildns.test", IPAddress.Parse("198.51.100.177")), new("mail.stranger.test", IPAddress.Parse("203.0.113.9")), new(null, IPAddress.Parse("10.0.0.9")), RemoteEndpoint.Unknown,
    ];

    public static Gen<ReplayScenario> Scenario { get; } =
        from rate in AnyRefusal.Of(0, 10, 60)
        from outageAt in Gen.Int[30, 110]
        from outageHours in Gen.Int[1, 8]
        from outage in Refusals("good", Gen.Int[outageAt * 60, ((outageAt + outageHours) * 60) - 1], Gen.Const(Servers[0]), AnyRefusal.Of(Words), 8, 30)
        from dead in Refusals("dead", Gen.Int[0, (Hours * 60) - 1], AnyRefusal.Of(Servers), AnyRefusal.Of(Words), 0, 12)
        from forged in Refusals("forged", Gen.Int[0, (Hours * 60) - 1], Gen.Const(Servers[0]), Gen.Const(Words[0]), 0, 6)
        from dns in Dns
        from asked in Gen.Int[1, Hours + 48].Array[1, 4]
        select new ReplayScenario(
            "any", [new ReplayTenant("acme", [], [new SenderPool("tx-1", [IPAddress.Parse("192.0.2.10")])], [IPNetwork.Parse("192.0.2.0/24")], [])], ["r1", "authoritative"], dns,
            [.. outage, .. dead, .. forged.Select(row => row with { Refusal = row.Refusal with { Verified = false } })],
            rate == 0 ? [] : [.. Enumerable.Range(0, Hours + 24).Where(hour => hour < outageAt || hour >= outageAt + outageHours).Select(hour => Delivered(hour, rate))],
            [.. asked.Select(hour => Start.AddHours(hour))]);

    private static Gen<DnsChange[]> Dns =>
        from failsAt in Gen.Int[1, Hours]
        from fails in Gen.Bool
        from movesAt in Gen.Int[1, Hours]
        from moves in Gen.Frequency((4, Gen.Const(false)), (1, Gen.Const(true)))
        select (DnsChange[])
        [
            Records(-24, "bigmail.test. 300 IN MX 10 mta1.bigmaildns.test.", "mta1.bigmaildns.test. 300 IN A 198.51.100.100"),
            .. fails ? [new DnsChange(Start.AddHours(failsAt), "r1", [], new Dictionary<string, string> { [Domain] = "SERVFAIL" }, [])] : Array.Empty<DnsChange>(),
            .. moves ? [Records(movesAt, "bigmail.test. 300 IN MX 10 mx.newhost.test.", "mx.newhost.test. 300 IN A 203.0.113.80")] : Array.Empty<DnsChange>(),
        ];

    private static Gen<ReplayRefusal[]> Refusals(
        string kind, Gen<int> minute, Gen<RemoteEndpoint> server, Gen<(int Code, string? Status, string Text)> words, int least, int most) =>
        (from number in Gen.Int[1, 40]
         from at in minute
         from endpoint in server
         from said in words
         from pool in AnyRefusal.Of("tx-1", "bulk-2")
         from retry in Gen.Frequency((9, Gen.Const(false)), (1, Gen.Const(true)))
         from late in Gen.Frequency((6, Gen.Const(0)), (1, Gen.Int[1, 40]))
         select (number, at, endpoint, said, pool, retry, late)).Array[least, most].Select(rows => rows.Select((row, index) => Refused(
            // Many people in the outage, each once and told at once; others may be refused again, in a test, and told late.
            $"{kind}{(kind == "good" ? index : row.number % 8)}@{Domain}", Start.AddMinutes(row.at), row.endpoint, row.said, row.pool, row.retry && kind == "dead", kind == "good" ? 0 : row.late)).ToArray());

    private static ReplayRefusal Refused(
        string address, DateTimeOffset at, RemoteEndpoint endpoint, (int Code, string? Status, string Text) said, string pool, bool retry, int late)
    {
        var recipient = EmailAddress.Parse(address);
        return new ReplayRefusal("acme", address, at.AddHours(late), new KnownRefusal
        {
            Person = recipient.Key,
            Domain = recipient.Domain,
            At = at,
            Category = ReplyClassifier.Classify(said.Code, said.Status, said.Text, SmtpStage.RcptTo, endpoint.Name),
            ReplyCode = said.Code,
            Status = said.Status,
            ReplyText = said.Text,
            Stage = SmtpStage.RcptTo,
            Endpoint = endpoint,
            Pool = pool,
            Verified = true,
            Permanent = said.Code >= 500,
            IsControlledRetry = retry,
        });
    }

    private static ReplayDelivery Delivered(int hour, int rate)
    {
        var at = Start.AddHours(hour).AddMinutes(5);
        return new ReplayDelivery("acme", at, new KnownDelivery(at, DomainName.Parse(Domain), IPAddress.Parse("198.51.100.100"), "tx-1", false, rate, null, false));
    }

    private static DnsChange Records(int hour, params string[] lines) => new(
        Start.AddHours(hour), null, [.. lines.Select(line => ZoneRecord.TryParse(line, out var record, out var fault) ? record : throw new FormatException(fault))],
        new Dictionary<string, string>(), []);
}
