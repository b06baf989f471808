using BounceBoard.Core.Bounces;
using BounceBoard.Operations.Tests.Bounces;
using Xunit;

namespace BounceBoard.Operations.Tests.Wordings;

public sealed class UnknownWordingsTests
{
    [Fact]
    public async Task Receive_OneTextToManyRecipients_IsOneWordingOfThisTenantOnly()
    {
        await using var house = await WordingHouse.OpenAsync();
        for (var number = 1; number <= 3; number++)
        {
            await house.RefuseAsync(number, $"550 5.7.1 <user{number}@example.test>: the lodger of flat {number} moved out");
        }

        var row = Assert.Single(await house.UnknownAsync());

        Assert.Equal("<{address}>: the lodger of flat {n} moved out", row.Skeleton);
        Assert.Equal((3, 550, "5.7.1", "mx1.example.test", BounceCategory.SecurityError), (row.Refusals, row.ReplyCode, row.Status, row.Host, row.Category));
        Assert.NotNull(await house.House.Refusals.FindAsync(house.One, row.RefusalId, default));
        Assert.Empty(await house.UnknownAsync(tenant: house.Other.Tenant));
    }

    [Fact]
    public async Task Receive_TheSameMailAgainOrByAnotherSource_CountsOnce()
    {
        await using var house = await WordingHouse.OpenAsync();
        await house.RefuseAsync(1);
        await house.RefuseAsync(1);
        await house.RefuseAsync(1, WordingHouse.Said + " long ago");

        Assert.Equal(1, Assert.Single(await house.UnknownAsync()).Refusals);
    }

    [Theory]
    [InlineData("550 5.7.1 Relaying denied")]
    [InlineData("550 5.7.1")]
    public async Task Receive_WordsThatARowKnowsOrNone_CountsNothing(string reply)
    {
        await using var house = await WordingHouse.OpenAsync();
        await house.RefuseAsync(1, reply);

        Assert.Empty(await house.UnknownAsync());
    }

    [Fact]
    public async Task File_AStorm_IsOneRowForEachWording()
    {
        await using var house = await FilingHouse.OpenAsync();
        var target = await house.AddTenantAsync("storm");
        var storm = Enumerable.Range(0, 20_000).Select(i => (new BounceReport
        {
            Kind = BounceKind.Bounce,
            Recipient = $"p{i}@a.test",
            MessageId = $"m{i}@x.test",
            OccurredAt = FilingHouse.T0.AddSeconds(i),
            Category = BounceCategory.OnHold,
            ReplyText = $"lodger {i + 1000} of house {"abc"[i % 3]} moved out",
        }, 1)).ToList();

        await house.FileAsync(target, storm);

        Assert.Equal(20_000, await house.CountAsync("refusal", target.Tenant));
        Assert.Equal(3, await house.CountAsync("unknown_wording", target.Tenant));
    }
}
