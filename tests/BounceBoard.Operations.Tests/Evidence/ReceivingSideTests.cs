using System.Text;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Evidence;
using BounceBoard.Core.Incidents;
using BounceBoard.Operations.Routes;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.Evidence;
using Xunit;

namespace BounceBoard.Operations.Tests.Evidence;

/// <summary>Logs of our own server, refusals that were passed on, and tables whose first line is in another file.</summary>
public sealed class ReceivingSideTests
{
    [Fact]
    public async Task Receive_OurServerRefusesAnOwnClientAndStrangers_OnlyTheOwnOneIsAnIncidentOfTheRelay()
    {
        await using var house = await IntakeHouse.OpenAsync();
        await house.Get<RouteAdministration>().SetOwnNetworksAsync(Actor.System, house.Tenant, ["192.0.2.0/24"], default);

        await house.ReceiveAsync(Lines(
            Reject("192.0.2.77", "454 4.7.1 <z@example.test>: Relay access denied", "z@example.test"),
            Reject("203.0.113.66", "554 5.7.1 <y@example.test>: Relay access denied", "y@example.test"),
            Reject("203.0.113.66", "554 5.7.1 Service unavailable; Client host [203.0.113.66] blocked using dnsbl.example", "x@example.test"),
            Reject("192.0.2.77", "550 5.1.1 <w@example.test>: Recipient address rejected: User unknown in local recipient table", "w@example.test")), name: "mail.log");

        var incident = await house.IncidentAsync();
        Assert.Equal((IncidentScope.OwnRelay, "relay1", RefusalFamily.Relay), (incident.Scope, incident.ScopeName, incident.Family));
        var row = Assert.Single(await house.RefusalsAsync());
        Assert.Equal(("z@example.test", "relay1", "192.0.2.77", ReportSide.Receiving), (row.Recipient, row.RemoteMta, row.SendingIp?.ToString(), row.Side));
        Assert.Equal(EndpointRelation.OwnRelay, (await house.Desk.DiagnoseAsync(house.Tenant, row.Id, default))?.Comparison.Relation);
        var piece = Assert.Single(await house.Evidence.ListAsync(house.Tenant, new EvidenceFilter(EvidenceState.Parsed), 10, null, default));
        Assert.StartsWith("3 refusals by your own server were seen and not filed", piece.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receive_OnlyStrangersRefused_IsReadAndNoIncident()
    {
        await using var house = await IntakeHouse.OpenAsync();

        await house.ReceiveAsync(Lines(Reject("203.0.113.66", "554 5.7.1 <y@example.test>: Relay access denied", "y@example.test")), name: "mail.log");

        Assert.Empty(await house.Incidents.ListAsync(house.Tenant, BounceBoard.Storage.Incidents.IncidentFilter.All, default));
        Assert.Equal(0, (await house.Evidence.CountsAsync(house.Tenant, default)).Quarantined);
    }

    [Fact]
    public async Task Receive_AGatewayPassesOn_BothServersAreKeptAndTheInnerOneIsNamed()
    {
        await using var house = await IntakeHouse.OpenAsync();

        await house.ReceiveAsync(Lines(
            "May 16 07:02:11 out1 postfix/smtp[311]: 4F1A2B3C4D: to=<a@example.test>, relay=mx1.example.test[198.51.100.7]:25, delay=1, delays=0/0/0/1, dsn=5.7.1, "
            + "status=bounced (host mx1.example.test[198.51.100.7] said: 550 5.7.1 host inner.example.test[203.0.113.9] said: 550 5.7.1 Unable to relay (in reply to RCPT TO command) (in reply to end of DATA command))"), name: "mail.log");

        var row = Assert.Single(await house.RefusalsAsync());
        Assert.Equal(["mx1.example.test", "inner.example.test"], HopsJson.Read(row.Hops).Select(hop => hop.Mta));
        var finding = (await house.Desk.DiagnoseAsync(house.Tenant, row.Id, default))?.Finding;
        Assert.Equal("gateway-behind-gateway", finding?.SubCause);
        Assert.Contains("inner.example.test (203.0.113.9) must act", finding?.Reasons[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receive_ARotatedTableWithoutItsFirstLine_IsReadWithTheColumnsOfTheSource()
    {
        await using var house = await IntakeHouse.OpenAsync();
        await house.ReceiveAsync(Lines("type,timeLogged,dsnStatus,dsnDiag,rcpt", Row("a@example.test")), name: "acct-1.csv");

        await house.ReceiveAsync(Lines(Row("b@example.test")), name: "acct-2.csv");

        Assert.Equal(["a@example.test", "b@example.test"], (await house.RefusalsAsync()).Select(row => row.Recipient).Order());
    }

    [Fact]
    public async Task Receive_ATableOfASourceThatNeverNamedColumns_IsQuarantinedWithItsBytes()
    {
        await using var house = await IntakeHouse.OpenAsync();
        var bytes = Lines("b,2026-05-16 07:02:11+0000,a@example.test,5.1.1,smtp;550 5.1.1 no");

        await house.ReceiveAsync(bytes, name: "acct.csv");

        var piece = Assert.Single(await house.Evidence.ListAsync(house.Tenant, new EvidenceFilter(EvidenceState.Quarantined), 10, null, default));
        Assert.Contains("names the columns", piece.Reason, StringComparison.Ordinal);
        Assert.Equal(bytes, await house.Evidence.ContentAsync(house.Tenant, piece.Id, default));
    }

    [Fact]
    public async Task Receive_ColumnsOfOneTenant_AreNotUsedForAnother()
    {
        await using var house = await IntakeHouse.OpenAsync();
        var (other, source) = await house.AddTenantAsync("other");
        await house.ReceiveAsync(Lines("type,timeLogged,rcpt,dsnStatus,dsnDiag", "b,2026-05-16 07:02:11+0000,a@example.test,5.1.1,smtp;550 5.1.1 no"), name: "acct.csv");

        await house.Intake.ReceiveAsync(
            other, source, "acct.csv", new MemoryStream(Lines("b,2026-05-16 07:02:11+0000,b@example.test,5.1.1,smtp;550 5.1.1 no")), true, Actor.System, null, default);

        Assert.Equal(1, (await house.Evidence.CountsAsync(other, default)).Quarantined);
    }

    private static byte[] Lines(params string[] lines) => Encoding.ASCII.GetBytes(string.Join('\n', lines) + "\n");

    private static string Row(string recipient) => $"b,2026-05-16 07:02:11+0000,5.1.1,smtp;550 5.1.1 no such user,{recipient}";

    private static string Reject(string client, string reply, string recipient) =>
        $"May 16 07:02:11 relay1 postfix/smtpd[312]: NOQUEUE: reject: RCPT from unknown[{client}]: {reply}; from=<a@sender.test> to=<{recipient}> proto=ESMTP helo=<app>";
}
