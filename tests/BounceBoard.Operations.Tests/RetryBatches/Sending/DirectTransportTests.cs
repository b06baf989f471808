using System.Net;
using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.SendingRoutes;
using BounceBoard.Operations.Domains;
using BounceBoard.Operations.RetryBatches.Sending;
using BounceBoard.Operations.SendingRoutes;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.SendingRoutes;
using BounceBoard.TestKit.Dns;
using BounceBoard.TestKit.Retries;
using BounceBoard.TestKit.Smtp;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static BounceBoard.TestKit.Installations.TestInstallation;

namespace BounceBoard.Operations.Tests.RetryBatches.Sending;

/// <summary>Straight to the recipient's MX, as DNS names it at the moment of sending.</summary>
public sealed class DirectTransportTests
{
    private static readonly PlannedBatch Direct = new() { Kind = SendingRouteKind.Direct, Stages = [3], MayLose = 3 };

    [Fact]
    public async Task Send_MxOfThisMoment_TakesItAndThatIsAccepted()
    {
        await using var house = await OpenAsync();
        var id = await house.PlanAsync(Direct);
        // After the approval; the refusals came from 198.51.100.7.
        house.Intake.Dns.Replace("example.test. 300 IN MX 10 new.example.test.", "new.example.test. 300 IN A 127.0.0.1");

        await house.SendAsync();

        Assert.Equal(["P1@example.test", "P2@example.test", "P3@example.test"], house.Sink.Mails.Select(mail => mail.To));
        Assert.StartsWith("EHLO house.sender.test", house.Sink.Commands.First(), StringComparison.Ordinal);
        Assert.All(house.Sink.Mails, mail => Assert.Matches(@"^retry\+[^@]+@sender\.test$", mail.From));
        Assert.All(await house.AttemptsAsync(id), attempt => Assert.Equal(
            (AttemptState.Accepted, OutcomeSource.Transcript, IPAddress.Loopback), (attempt.State, attempt.OutcomeSource, attempt.RemoteIp)));
        Assert.Equal(1, house.Sink.Connections);
    }

    [Fact]
    public async Task Send_RefusedByTheMx_IsTheRecipientsRefusal()
    {
        await using var house = await OpenAsync(new ScriptedSink { ReplyTo = to => to.StartsWith("P2@", StringComparison.Ordinal) ? "550 5.1.1 No such user" : null });
        var id = await house.PlanAsync(Direct);
        house.Intake.Dns.Replace("mx1.example.test. 300 IN A 127.0.0.1");

        await house.SendAsync();

        Assert.Equal([AttemptState.Accepted, AttemptState.Refused, AttemptState.Accepted], await house.StatesAsync(id));
        var refusal = Assert.Single(await house.RetriedAsync());
        Assert.Equal(("p2@example.test", "sink.test", IPAddress.Loopback), (refusal.RecipientKey, refusal.RemoteMta, refusal.RemoteIp));
    }

    [Fact]
    public async Task Send_FirstMxDoesNotAnswer_TheNextOneTakesIt()
    {
        await using var house = await OpenAsync();
        var id = await house.PlanAsync(Direct);
        // Nobody listens at 127.0.0.2.
        house.Intake.Dns.Replace(
            "example.test. 300 IN MX 20 second.example.test.", "example.test. 300 IN MX 10 first.example.test.",
            "first.example.test. 300 IN A 127.0.0.2", "second.example.test. 300 IN A 127.0.0.1");

        await house.SendAsync();

        Assert.All(await house.StatesAsync(id), state => Assert.Equal(AttemptState.Accepted, state));
        Assert.Equal(3, house.Sink.Mails.Count);
    }

    [Fact]
    public async Task Find_ManyMx_InTheOrderOfTheirPreference()
    {
        await using var house = await OpenAsync();
        house.Intake.Dns.Replace(
            "example.test. 300 IN MX 30 a.example.test.", "example.test. 300 IN MX 10 c.example.test.", "example.test. 300 IN MX 20 b.example.test.",
            "a.example.test. 300 IN A 127.0.0.3", "b.example.test. 300 IN A 127.0.0.2", "c.example.test. 300 IN A 127.0.0.1");

        var destination = await FindAsync(house);

        Assert.Equal(("c.example.test", null), (destination.Host, destination.Problem));
        Assert.Equal(["127.0.0.1", "127.0.0.2", "127.0.0.3"], destination.Addresses.Select(address => $"{address}"));
    }

    [Fact]
    public async Task Find_DomainWithoutMx_IsItsOwnServer()
    {
        await using var house = await OpenAsync();
        house.Intake.Dns.Replace("example.test. 300 IN A 127.0.0.1");

        var destination = await FindAsync(house);

        Assert.Equal(("mx example.test", "example.test", "127.0.0.1"), (destination.Name, destination.Host, $"{Assert.Single(destination.Addresses)}"));
    }

    [Theory]
    [InlineData("takes no mail at all", "example.test. 300 IN MX 0 .")]
    [InlineData("does not have public addresses only", "mx1.example.test. 300 IN A 10.0.0.7")]
    [InlineData("does not have public addresses only", "mx1.example.test. 300 IN A 127.0.0.1", "mx1.example.test. 300 IN A 10.0.0.7")]
    [InlineData("does not have public addresses only", "mx1.example.test. 300 IN AAAA ::ffff:10.0.0.7")]
    public async Task Send_WhereNoMailMayGo_LeavesThemOutForGood(string words, params string[] records)
    {
        await using var house = await OpenAsync();
        var id = await house.PlanAsync(Direct);
        house.Intake.Dns.Replace(records);

        await house.SendAsync();

        Assert.All(await house.AttemptsAsync(id), attempt =>
        {
            Assert.Equal(AttemptState.Skipped, attempt.State);
            Assert.Contains(words, attempt.Remark, StringComparison.Ordinal);
        });
        Assert.Equal(0, house.Sink.Connections);
    }

    [Fact]
    public async Task Send_AddressesOfThisMachine_AreRefusedByTheHouseItself()
    {
        await using var house = await SendingHouse.OpenAsync(settings: Allowed);
        var id = await house.PlanAsync(Direct);
        house.Intake.Dns.Replace("mx1.example.test. 300 IN A 127.0.0.1");

        await house.SendAsync();

        Assert.All(await house.StatesAsync(id), state => Assert.Equal(AttemptState.Skipped, state));
    }

    [Fact]
    public async Task Send_DnsSaysNothing_WaitsAndSendsOnceItDoes()
    {
        await using var house = await OpenAsync();
        var id = await house.PlanAsync(Direct);
        house.Intake.Dns.Replace("mx1.example.test. 300 IN A 127.0.0.1");
        house.Intake.Dns.Fail("example.test", DnsFault.ServFail);

        await house.SendAsync();
        Assert.All(await house.StatesAsync(id), state => Assert.Equal(AttemptState.Planned, state));

        house.Intake.Dns.Heal("example.test");
        await house.LaterAsync(TimeSpan.FromMinutes(2));
        Assert.All(await house.StatesAsync(id), state => Assert.Equal(AttemptState.Accepted, state));
    }

    [Fact]
    public async Task Send_NotAllowedByTheInstallation_ConnectsNowhere()
    {
        await using var house = await OpenAsync(settings: new Dictionary<string, string?>());
        var id = await house.PlanAsync(Direct);
        house.Intake.Dns.Replace("mx1.example.test. 300 IN A 127.0.0.1");

        await house.SendAsync();

        Assert.Equal(0, house.Sink.Connections);
        Assert.All(await house.StatesAsync(id), state => Assert.Equal(AttemptState.Planned, state));
    }

    [Theory]
    [InlineData(true, "250", "mx.sender.test. 300 IN A 127.0.0.1")]
    [InlineData(false, "No resolver names a mail server with public addresses for sender.test.", "mx.sender.test. 300 IN A 10.0.0.7")]
    [InlineData(false, "No resolver names a mail server with public addresses for sender.test.", "sender.test. 300 IN MX 0 .")]
    public async Task Test_OfADirectRoute_GoesToTheMxOfItsMailbox(bool passes, string answer, string record)
    {
        await using var house = await OpenAsync();
        Value(await house.Intake.Get<DomainAdministration>().AddAsync(Actor.System, house.Tenant, "sender.test", [], default));
        house.Intake.Dns.Add("sender.test. 300 IN MX 10 mx.sender.test.");
        house.Intake.Dns.Replace(record);
        var draft = new SendingRouteDraft { Name = "direct", Kind = SendingRouteKind.Direct, SenderDomains = "sender.test", TestMailbox = "ops@sender.test" };
        var id = Value(await house.Intake.Get<SendingRouteAdministration>().AddAsync(Actor.System, house.Tenant, draft, default)).Id;

        var result = Value(await house.Intake.Get<RouteTest>().RunAsync(Actor.System, house.Tenant, id, default));

        Assert.Equal(passes, result.Passed);
        Assert.StartsWith(answer, result.Answer, StringComparison.Ordinal);
        Assert.Equal(passes ? ["ops@sender.test"] : [], house.Sink.Mails.Select(mail => mail.To));
        Assert.Equal(passes, (await house.Intake.Get<SendingRouteReader>().FindAsync(house.Tenant, id, default))?.IsProven);
    }

    private static Dictionary<string, string?> Allowed => new() { ["Retries:AllowDirect"] = "true" };

    // This machine stands for the public Internet, on the port of the sink.
    private static Task<SendingHouse> OpenAsync(ScriptedSink? sink = null, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var server = sink ?? new ScriptedSink();
        return SendingHouse.OpenAsync(server, settings ?? Allowed, services => services.AddSingleton(new DirectReach(IPAddress.IsLoopback, server.Port)));
    }

    private static async Task<RetryDestination> FindAsync(SendingHouse house)
    {
        var id = await house.PlanAsync(Direct);
        var (batch, attempt) = (await house.BatchAsync(id), (await house.AttemptsAsync(id))[0]);
        var route = await house.Intake.Get<SendingRouteReader>().FindAsync(house.Tenant, batch.RouteId, default);
        var shipment = new RetryShipment(house.Tenant, batch, route!, attempt, "t", "retry@sender.test");
        return await house.Intake.Get<RetryTransports>().Of(SendingRouteKind.Direct)!.FindAsync(shipment, default);
    }
}
