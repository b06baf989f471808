using System.Text;
using BounceBoard.Core.Evidence;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Jobs;
using BounceBoard.Operations.Tests.Evidence;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Evidence;
using BounceBoard.Storage.Incidents;
using BounceBoard.TestKit.Evidence;
using BounceBoard.TestKit.Storage;
using Xunit;

namespace BounceBoard.Operations.Tests.Jobs;

/// <summary>Slices take turns over the tenants, whatever each has waiting.</summary>
public sealed class SliceChainsTests
{
    [Fact]
    public async Task Work_OneTenantWithThousandsWaiting_AnotherWithOneIsDoneInTheFirstRound()
    {
        await using var house = await IntakeHouse.OpenAsync();
        var (small, source) = await house.AddTenantAsync("small");
        await StoreAsync(house, house.Tenant, house.Source, 2000);
        var queue = await QueuedAsync(house);
        var chains = house.Get<SliceChains>();
        // The flood is well under way when the other's one mail comes.
        for (var slice = 0; slice < 3; slice++)
        {
            await StepAsync(house, queue);
        }
        await StoreAsync(house, small, source, 1);
        foreach (var begun in await chains.BeginAsync(house.Parsing, default))
        {
            queue.Enqueue(begun);
        }
        Assert.Equal([house.Tenant, small], queue.Select(chain => chain.Tenant));

        await StepAsync(house, queue);
        await StepAsync(house, queue);

        Assert.Equal(0, (await house.Evidence.CountsAsync(small, default)).Waiting);
        Assert.Equal(2000 - (4 * 64), (await house.Evidence.CountsAsync(house.Tenant, default)).Waiting);
        while (queue.Count > 0)
        {
            await StepAsync(house, queue);
        }
        Assert.Equal((2000, 0), ((await house.Evidence.CountsAsync(house.Tenant, default)).Stored, (await house.Evidence.CountsAsync(house.Tenant, default)).Waiting));
        await AssertFreeAsync(house);
    }

    [Fact]
    public async Task Begin_WhileTheFloodIsWorked_QueuesNothingTwice()
    {
        await using var house = await IntakeHouse.OpenAsync();
        await StoreAsync(house, house.Tenant, house.Source, 200);
        var queue = await QueuedAsync(house);

        for (var minute = 0; minute < 3; minute++)
        {
            house.Time.Advance(TimeSpan.FromMinutes(1));
            Assert.Empty(await house.Get<SliceChains>().BeginAsync(house.Parsing, default));
            await StepAsync(house, queue);
        }
    }

    [Fact]
    public async Task Work_AChainWhoseJobWasLost_IsReplacedAndTheOldOneEnds()
    {
        await using var house = await IntakeHouse.OpenAsync();
        await StoreAsync(house, house.Tenant, house.Source, 100);
        var old = (await QueuedAsync(house)).Single();
        house.Time.Advance(TimeSpan.FromMinutes(5));
        var fresh = Assert.Single(await house.Get<SliceChains>().BeginAsync(house.Parsing, default));

        Assert.False(await house.Get<SliceChains>().WorkAsync(house.Parsing, old, default));
        Assert.Equal(100, (await house.Evidence.CountsAsync(house.Tenant, default)).Waiting);
        Assert.True(await house.Get<SliceChains>().WorkAsync(house.Parsing, fresh, default));
        Assert.Equal(36, (await house.Evidence.CountsAsync(house.Tenant, default)).Waiting);
    }

    [Fact]
    public async Task Work_Decisions_AtMostFiftyInASlice()
    {
        await using var house = await IntakeHouse.OpenAsync();
        for (var i = 0; i < 60; i++)
        {
            await house.ReceiveAsync(new SampleDsn { Recipient = $"p@d{i}.test", MessageId = $"m{i}@sender.test" }.ToBytes());
        }
        await house.Database.RunAsync("UPDATE incident SET decide_due = 0");

        var first = await house.Desk.WorkAsync(house.Tenant, default);
        var second = await house.Desk.WorkAsync(house.Tenant, default);
        var third = await house.Desk.WorkAsync(house.Tenant, default);

        Assert.Equal((50, 10, 0), (first.Claimed, second.Claimed, third.Claimed));
        Assert.Equal(60, await house.Incidents.CountAsync(house.Tenant, IncidentFilter.All, default));
    }

    [Fact]
    public async Task Work_TwoWorkersAtOnce_EachMailOnce()
    {
        await using var house = await IntakeHouse.OpenAsync();
        await StoreAsync(house, house.Tenant, house.Source, 300);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while ((await house.Parsing.WorkAsync(house.Tenant, default)).Claimed > 0)
            {
            }
        })));

        Assert.Equal(300, (await house.Incidents.ListAsync(house.Tenant, IncidentFilter.All, default)).Sum(incident => incident.Refusals));
        Assert.Equal(0, (await house.Evidence.CountsAsync(house.Tenant, default)).Waiting);
    }

    private static async Task AssertFreeAsync(IntakeHouse house)
    {
        await StoreAsync(house, house.Tenant, house.Source, 1, "later");
        Assert.Single(await house.Get<SliceChains>().BeginAsync(house.Parsing, default));
    }

    private static async Task<Queue<SliceChain>> QueuedAsync(IntakeHouse house) =>
        new(await house.Get<SliceChains>().BeginAsync(house.Parsing, default));

    // What the job server does: the first of the queue works a slice and stands at its tail again.
    private static async Task StepAsync(IntakeHouse house, Queue<SliceChain> queue)
    {
        var chain = queue.Dequeue();
        if (await house.Get<SliceChains>().WorkAsync(house.Parsing, chain, default))
        {
            queue.Enqueue(chain);
        }
    }

    // Stored and not parsed: as an intake leaves it whose process ends between the two.
    private static Task StoreAsync(IntakeHouse house, TenantId tenant, long source, int mails, string mark = "m") =>
        house.Database.WriteAsync(
            Turn.Of(tenant),
            async transaction =>
            {
                for (var i = 0; i < mails; i++)
                {
                    var mail = new SampleDsn { Recipient = $"p{i}@example.test", MessageId = $"{mark}{i}@sender.test" };
                    var item = new NewEvidence(
                        source, $"{i}.eml", EvidenceKind.Mail, PackedContent.Of(Encoding.ASCII.GetBytes(mail.ToString())), null, 0, true,
                        house.Time.GetUtcNow(), null);
                    await house.Get<EvidenceWriter>().ReceiveAsync(tenant, item, transaction, default);
                }
            },
            default);
}
