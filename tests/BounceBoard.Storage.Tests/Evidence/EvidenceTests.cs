using System.Text;
using BounceBoard.Core.Evidence;
using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.Evidence;
using Xunit;
using static BounceBoard.Storage.Tests.StoredFacts;

namespace BounceBoard.Storage.Tests.Evidence;

public sealed class EvidenceTests : IAsyncLifetime
{
    private StoredFacts _facts = null!;

    private EvidenceReader Reader => new(_facts.Database);

    public async ValueTask InitializeAsync() => _facts = await NewAsync();

    [Fact]
    public async Task Receive_BytesWithNulAndUnicode_ComeBackToTheByte()
    {
        const string text = "Subject: \u00fcber \ud83d\udce8\0\0after NUL\r\n";
        var stored = await _facts.ReceiveAsync(Item(text, "\u017elu\u0165.eml", stream: "s", ordinal: 3));
        var row = (await Reader.FindAsync(One, stored.EvidenceId, default))!;
        Assert.Equal(("\u017elu\u0165.eml", "s", 3, true, EvidenceState.Received, T0), (row.Name, row.Stream, row.Ordinal, row.Verified, row.State, row.ReceivedAt));
        Assert.Equal(Encoding.UTF8.GetByteCount(text), row.Size);
        Assert.Equal(Encoding.UTF8.GetBytes(text), await Reader.ContentAsync(One, stored.EvidenceId, default));
    }

    [Fact]
    public async Task Receive_SameBytesTwice_StoredOncePerTenantAndEveryOfferCounted()
    {
        var first = await _facts.ReceiveAsync(Item("same", "a.eml"));
        var second = await _facts.ReceiveAsync(Item("same", "b.eml"));
        var elsewhere = await _facts.ReceiveAsync(Item("same"), Two);
        await _facts.ReceiveAsync(Item("zip bomb", quarantine: "too large"));
        Assert.Equal(new StoredEvidence(first.EvidenceId, IntakeOutcome.Duplicate), second);
        Assert.Equal(IntakeOutcome.Stored, elsewhere.Outcome);
        Assert.NotEqual(first.EvidenceId, elsewhere.EvidenceId);
        var counts = await Reader.CountsAsync(One, default);
        Assert.Equal((3, 1, 1, 1, 1), (counts.Received, counts.Stored, counts.Duplicates, counts.Quarantined, counts.Waiting));
        var source = Assert.Single(await Reader.CountsBySourceAsync(One, default));
        Assert.Equal(("upload", 3, 1, 1, 1, T0), (source.Name, source.Received, source.Stored, source.Duplicates, source.Quarantined, source.LastAt));
    }

    [Fact]
    public async Task Quarantine_AfterStoring_KeepsTheSumAndHappensOnce()
    {
        var stored = await _facts.ReceiveAsync(Item("bad"));
        await _facts.ReceiveAsync(Item("bad"));
        await _facts.Database.WriteAsync(
            async transaction =>
            {
                var writer = new EvidenceWriter();
                Assert.False(await writer.TryQuarantineAsync(Two, stored.EvidenceId, "no", T0, transaction, default));
                Assert.True(await writer.TryQuarantineAsync(One, stored.EvidenceId, "no", T0, transaction, default));
                Assert.False(await writer.TryQuarantineAsync(One, stored.EvidenceId, "again", T0, transaction, default));
                Assert.False(await writer.TryMarkParsedAsync(One, stored.EvidenceId, "1", 1, null, null, T0, transaction, default));
            },
            default);
        var counts = await Reader.CountsAsync(One, default);
        Assert.Equal((2, 0, 1, 1, 0), (counts.Received, counts.Stored, counts.Duplicates, counts.Quarantined, counts.Waiting));
        Assert.Equal("no", (await Reader.FindAsync(One, stored.EvidenceId, default))!.Reason);
    }

    [Fact]
    public async Task List_PagedByKey_EveryRowOnceNewestFirst()
    {
        for (var i = 0; i < 5; i++)
        {
            await _facts.ReceiveAsync(Item($"n{i}", $"{i}.eml"));
        }
        var seen = new List<string>();
        long? before = null;
        while (await Reader.ListAsync(One, EvidenceFilter.All, 2, before, default) is { Count: > 0 } page)
        {
            seen.AddRange(page.Select(row => row.Name));
            before = page[^1].Id;
        }
        Assert.Equal(["4.eml", "3.eml", "2.eml", "1.eml", "0.eml"], seen);
    }

    [Fact]
    public async Task List_Filters_FindOnlyWhatTheyName()
    {
        await _facts.ReceiveAsync(Item("a", "100%.eml"));
        await _facts.ReceiveAsync(Item("b", "1000.eml", quarantine: "too large"));
        Assert.Equal(["100%.eml"], await NamesAsync(new EvidenceFilter(Text: "0%")));
        Assert.Equal(["1000.eml"], await NamesAsync(new EvidenceFilter(State: EvidenceState.Quarantined)));
        Assert.Empty(await NamesAsync(new EvidenceFilter(Kind: EvidenceKind.Log)));
        Assert.Empty(await NamesAsync(new EvidenceFilter(SourceId: 2)));
        Assert.Equal(2, (await NamesAsync(new EvidenceFilter(SourceId: 1, Kind: EvidenceKind.Mail))).Count);
    }

    [Fact]
    public async Task Readers_OtherTenantsId_FindNothing()
    {
        var incident = await _facts.OpenAsync();
        var stored = await _facts.ReceiveAsync(Item("a", stream: "s", ordinal: 0));
        await _facts.RefuseAsync(Refusal(5, incident));
        await _facts.Database.WriteAsync(
            transaction => new RefusalWriter().LinkEvidenceAsync(One, [new EvidenceLink(5, stored.EvidenceId)], transaction, default), default);
        Assert.Equal([stored.EvidenceId], (await Reader.ListByRefusalAsync(One, 5, default)).Select(row => row.Id));
        Assert.Equal([stored.EvidenceId], await Reader.IdsOfRefusalsAsync(One, [5], default));
        Assert.Single(await new DueEvidenceReader(_facts.Database).ListStreamBeforeAsync(One, "s", 1, 10, 1000, default));
        Assert.Null(await Reader.FindAsync(Two, stored.EvidenceId, default));
        Assert.Null(await Reader.ContentAsync(Two, stored.EvidenceId, default));
        Assert.Empty(await Reader.ListAsync(Two, EvidenceFilter.All, 9, null, default));
        Assert.Empty(await Reader.ListByRefusalAsync(Two, 5, default));
        Assert.Empty(await Reader.IdsOfRefusalsAsync(Two, [5], default));
        Assert.Equal(0, (await Reader.CountsAsync(Two, default)).Received);
        Assert.Empty(await new DueEvidenceReader(_facts.Database).ListStreamBeforeAsync(Two, "s", 1, 10, 1000, default));
    }

    [Fact]
    public async Task Due_ArchivedTenant_IsLeftAlone()
    {
        await _facts.ReceiveAsync(Item("a"));
        await _facts.ReceiveAsync(Item("b"), Two);
        await _facts.RunAsync("UPDATE tenant SET state = 'Archived' WHERE tenant_id = 2");
        Assert.Equal([One], await new DueEvidenceReader(_facts.Database).TenantsAsync(T0, default));
    }

    public ValueTask DisposeAsync()
    {
        _facts.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<IReadOnlyList<string>> NamesAsync(EvidenceFilter filter) =>
        [.. (await Reader.ListAsync(One, filter, 9, null, default)).Select(row => row.Name)];
}
