using BounceBoard.Core.Evidence;
using BounceBoard.Storage.Evidence;
using Xunit;
using static BounceBoard.Storage.Tests.StoredFacts;

namespace BounceBoard.Storage.Tests.Files;

public sealed class WriterQueueTests
{
    [Fact]
    public async Task Write_ManyAtOnceFromTwoProcessesWorth_AllWaitTheirTurn()
    {
        using var facts = await NewAsync();
        // A second Database has its own queue, as a second process would: only the engine's locks stand between them.
        using var other = SecondNode.Of(facts.Database);
        var writes = Enumerable.Range(0, 40).Select(i => Task.Run(() => (i % 2 == 0 ? facts.Database : other).WriteAsync(
            transaction => new EvidenceWriter().ReceiveAsync(One, Item($"item {i / 4}"), transaction, default), default)));
        var stored = await Task.WhenAll(writes);
        Assert.Equal(10, stored.Count(item => item.Outcome == IntakeOutcome.Stored));
        Assert.Equal(10, stored.Select(item => item.EvidenceId).Distinct().Count());
        var counts = await new EvidenceReader(facts.Database).CountsAsync(One, default);
        Assert.Equal((40, 10, 30), (counts.Received, counts.Stored, counts.Duplicates));
    }

    [Fact]
    public async Task Write_WorkThrows_NothingIsKeptAndTheQueueGoesOn()
    {
        using var facts = await NewAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => facts.Database.WriteAsync(
            async transaction =>
            {
                await new EvidenceWriter().ReceiveAsync(One, Item("lost"), transaction, default);
                throw new InvalidOperationException("stop");
            },
            default));
        Assert.Equal(0, (await new EvidenceReader(facts.Database).CountsAsync(One, default)).Received);
        Assert.Equal(IntakeOutcome.Stored, (await facts.ReceiveAsync(Item("lost"))).Outcome);
    }
}
