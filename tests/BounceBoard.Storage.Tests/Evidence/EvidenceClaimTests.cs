using BounceBoard.Core.Evidence;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Evidence;
using Xunit;
using static BounceBoard.Storage.Tests.StoredFacts;

namespace BounceBoard.Storage.Tests.Evidence;

/// <summary>Each waiting row is one worker's at a time.</summary>
public sealed class EvidenceClaimTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Until = T0.AddMinutes(5);
    private StoredFacts _facts = null!;

    public async ValueTask InitializeAsync() => _facts = await NewAsync();

    [Fact]
    public async Task Claim_ByTwoWorkers_EachRowOnceAndOnlyOfTheTenant()
    {
        var ids = await ReceiveAsync(5);
        await _facts.ReceiveAsync(Item("other"), Two);

        var first = await ClaimAsync(T0, most: 3);
        var second = await ClaimAsync(T0.AddSeconds(1), most: 3);

        Assert.Equal(ids[..3], first.Select(row => row.Id));
        Assert.Equal(ids[3..], second.Select(row => row.Id));
        Assert.All(first, row => Assert.Equal((One, 1, Until), (row.TenantId, row.Attempts, row.LeaseUntil)));
        Assert.Empty(await ClaimAsync(T0.AddSeconds(2)));
        Assert.Equal([Two], await TenantsAsync(T0.AddSeconds(2)));
    }

    [Fact]
    public async Task Claim_WhoseHolderDied_EndsByItselfAndCountsTheAttempt()
    {
        var ids = await ReceiveAsync(2);
        await ClaimAsync(T0);

        Assert.Empty(await ClaimAsync(Until.AddMilliseconds(-1)));
        Assert.Empty(await TenantsAsync(Until.AddMilliseconds(-1)));
        Assert.Equal([One], await TenantsAsync(Until));
        // What failed before goes alone.
        Assert.Equal([(ids[0], 2)], (await ClaimAsync(Until)).Select(row => (row.Id, row.Attempts)));
        Assert.Equal([(ids[1], 2)], (await ClaimAsync(Until)).Select(row => (row.Id, row.Attempts)));
    }

    [Fact]
    public async Task GiveBack_AttemptIsForgotten_ButNotOfRowsThatSomebodyElseHoldsByNow()
    {
        var ids = await ReceiveAsync(1);
        await ClaimAsync(T0);
        await GiveBackAsync(ids, Until);
        Assert.Equal(1, Assert.Single(await ClaimAsync(T0.AddSeconds(1))).Attempts);

        await GiveBackAsync(ids, Until);
        Assert.Empty(await ClaimAsync(T0.AddSeconds(2)));
        await GiveBackAsync(ids, Until.AddSeconds(1), Two);
        Assert.Empty(await ClaimAsync(T0.AddSeconds(2)));
    }

    [Fact]
    public async Task Pause_FailedItem_WaitsAndKeepsItsAttempt()
    {
        var ids = await ReceiveAsync(1);
        await ClaimAsync(T0);
        await _facts.Database.WriteAsync(
            Turn.Open, transaction => new EvidenceClaimWriter().PauseAsync(One, ids[0], Until, T0.AddMinutes(1), transaction, default), default);

        Assert.Empty(await ClaimAsync(T0.AddSeconds(59)));
        Assert.Equal(2, Assert.Single(await ClaimAsync(T0.AddMinutes(1))).Attempts);
    }

    [Fact]
    public async Task Claim_PiecesOfOneLog_OneAfterTheOtherBesidesOtherLogs()
    {
        long[] pieces = [await PieceAsync("s", 1), await PieceAsync("s", 2)];
        var other = await PieceAsync("t", 1);

        Assert.Equal([pieces[0]], (await ClaimAsync(T0)).Select(row => row.Id));
        Assert.Equal([other], (await ClaimAsync(T0)).Select(row => row.Id));
        Assert.Empty(await ClaimAsync(T0));
        await ParsedAsync(pieces[0]);
        Assert.Equal([pieces[1]], (await ClaimAsync(T0)).Select(row => row.Id));
    }

    [Fact]
    public async Task Claim_MailsBeforeAPieceOfALog_ComeWithoutIt()
    {
        var mails = await ReceiveAsync(2);
        var piece = await PieceAsync("s", 1);

        Assert.Equal(mails, (await ClaimAsync(T0)).Select(row => row.Id));
        Assert.Equal([piece], (await ClaimAsync(T0)).Select(row => row.Id));
    }

    [Fact]
    public async Task Receive_Claimed_IsNobodyElsesAndHasBegunItsFirstAttempt()
    {
        await _facts.ReceiveAsync(Item("a") with { LeaseUntil = Until });

        Assert.Empty(await ClaimAsync(T0));
        Assert.Equal(2, Assert.Single(await ClaimAsync(Until)).Attempts);
    }

    [Fact]
    public async Task Claim_ManyAtOnce_NoRowTwice()
    {
        var ids = await ReceiveAsync(40);

        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => ClaimAsync(T0, most: 5))));

        var taken = claims.SelectMany(rows => rows).Select(row => row.Id).ToList();
        Assert.Equal(taken.Count, taken.Distinct().Count());
        // Who finds rows being taken passes over them; a later claim gets what is left.
        while (await ClaimAsync(T0) is { Count: > 0 } rest)
        {
            taken.AddRange(rest.Select(row => row.Id));
        }
        Assert.Equal(ids, taken.Order());
    }

    public ValueTask DisposeAsync()
    {
        _facts.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<long[]> ReceiveAsync(int count)
    {
        var ids = new long[count];
        for (var i = 0; i < count; i++)
        {
            ids[i] = (await _facts.ReceiveAsync(Item($"mail {i}"))).EvidenceId;
        }
        return ids;
    }

    private async Task<long> PieceAsync(string stream, int ordinal) =>
        (await _facts.ReceiveAsync(Item($"{stream} {ordinal}", stream: stream, ordinal: ordinal) with { Kind = EvidenceKind.Log })).EvidenceId;

    private Task<bool> ParsedAsync(long id) => _facts.Database.WriteAsync(
        transaction => new EvidenceWriter().TryMarkParsedAsync(One, id, "1", 1, null, null, T0, transaction, default), default);

    private Task<IReadOnlyList<DueEvidenceRow>> ClaimAsync(DateTimeOffset now, int most = 64) => _facts.Database.WriteAsync(
        Turn.Open, transaction => new EvidenceClaimWriter().ClaimAsync(One, now, now.AddMinutes(5), most, transaction, default), default);

    private Task GiveBackAsync(long[] ids, DateTimeOffset until, TenantId? tenant = null) => _facts.Database.WriteAsync(
        Turn.Open, transaction => new EvidenceClaimWriter().GiveBackAsync(tenant ?? One, ids, until, transaction, default), default);

    private Task<IReadOnlyList<TenantId>> TenantsAsync(DateTimeOffset now) => new DueEvidenceReader(_facts.Database).TenantsAsync(now, default);
}
