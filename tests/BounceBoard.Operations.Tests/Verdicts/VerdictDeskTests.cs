using BounceBoard.Core.Addresses;
using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Verdicts;
using BounceBoard.Operations.MxObservations;
using BounceBoard.Operations.Tests.Evidence;
using BounceBoard.TestKit.Dns;
using BounceBoard.TestKit.Evidence;
using Xunit;

namespace BounceBoard.Operations.Tests.Verdicts;

/// <summary>Verdicts move when facts move, and Suppress must be earned.</summary>
public sealed class VerdictDeskTests
{
    private static readonly SampleDsn DeadMailbox = new()
    {
        Recipient = "gone@example.test",
        Status = "5.1.1",
        Reply = "550 5.1.1 <gone@example.test>: Recipient address rejected: User unknown",
    };

    [Fact]
    public async Task DecideForDomain_WhenTheMxMoved_AppendsAVerdict()
    {
        await using var house = await IntakeHouse.OpenAsync();
        await house.ReceiveAsync(new SampleDsn().ToBytes());
        var incident = await house.IncidentAsync();
        var before = await house.Verdicts.CurrentAsync(house.Tenant, incident.Id, default);
        Assert.Equal(EndpointRelation.CurrentMx, before?.Relation);

        house.Time.Advance(TimeSpan.FromMinutes(30));
        house.Dns.Replace("example.test. 300 IN MX 10 mx2.example.test.", "mx2.example.test. 300 IN A 198.51.100.99");
        var domain = DomainName.Parse("example.test");
        await house.Get<MxRefresh>().RefreshAsync(domain, default);
        Assert.Equal(1, await house.Desk.DecideForDomainAsync(domain, default));

        var after = await house.Verdicts.CurrentAsync(house.Tenant, incident.Id, default);
        Assert.Equal(EndpointRelation.FormerMx, after?.Relation);
        Assert.Equal(2, (await house.Verdicts.HistoryAsync(house.Tenant, incident.Id, 10, null, default)).Count);
        Assert.Equal(after?.Cause, (await house.IncidentAsync()).Cause);
    }

    [Fact]
    public async Task DecideDue_ADeadMailboxAfterTheGracePeriod_IsSuppressed()
    {
        await using var house = await IntakeHouse.OpenAsync();
        await house.ReceiveAsync(DeadMailbox.ToBytes());
        Assert.NotEqual(Verdict.Suppress, (await house.IncidentAsync()).Verdict);

        Assert.Equal(Verdict.Suppress, await LaterAsync(house));
    }

    [Fact]
    public async Task DecideDue_ADeadMailboxWhileDnsIsUnknown_IsNeverSuppressed()
    {
        await using var house = await IntakeHouse.OpenAsync();
        house.Dns.Fail("example.test", DnsFault.ServFail);
        await house.ReceiveAsync(DeadMailbox.ToBytes());

        Assert.NotEqual(Verdict.Suppress, await LaterAsync(house));
    }

    [Fact]
    public async Task DecideDue_ManyDeadMailboxesInOneDay_AreAnIncidentAndNeverSuppressed()
    {
        await using var house = await IntakeHouse.OpenAsync();
        for (var i = 0; i < 6; i++)
        {
            await house.ReceiveAsync((DeadMailbox with { Recipient = $"p{i}@example.test", MessageId = $"m{i}@sender.test" }).ToBytes());
        }

        Assert.NotEqual(Verdict.Suppress, await LaterAsync(house));
    }

    [Fact]
    public async Task DecideDue_AnUnverifiedDsn_IsNeverSuppressed()
    {
        await using var house = await IntakeHouse.OpenAsync();
        await house.ReceiveAsync(DeadMailbox.ToBytes(), verified: false);

        Assert.NotEqual(Verdict.Suppress, await LaterAsync(house));
    }

    [Fact]
    public async Task Diagnose_OneRefusal_SaysTheSameAsItsIncidentOfOne()
    {
        await using var house = await IntakeHouse.OpenAsync();
        await house.ReceiveAsync(new SampleDsn().ToBytes());
        var refusal = Assert.Single(await house.RefusalsAsync());

        var diagnosis = await house.Desk.DiagnoseAsync(house.Tenant, refusal.Id, default);

        var incident = await house.IncidentAsync();
        Assert.Equal((incident.Verdict, incident.Cause), (diagnosis?.Finding.Verdict, diagnosis?.Finding.Cause));
        Assert.Equal(EndpointRelation.CurrentMx, diagnosis?.Comparison.Relation);
    }

    // Past the grace period of 24 hours; nothing new came in, only time went by.
    private static async Task<Verdict?> LaterAsync(IntakeHouse house)
    {
        house.Time.Advance(TimeSpan.FromDays(3));
        await house.Parsing.ParseDueAsync(default);
        return (await house.IncidentAsync()).Verdict;
    }
}
