using BounceBoard.Core.Evidence;
using BounceBoard.Operations.Sources;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.Evidence;
using BounceBoard.Storage.Incidents;
using BounceBoard.TestKit.Storage;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace BounceBoard.Operations.Tests.Sources;

/// <summary>A log that grows: whole lines, once, in order, with what earlier lines told.</summary>
public sealed class LogFollowingTests
{
    [Fact]
    public async Task Sweep_GrowingLog_FilesEachLineOnceAndCountsIt()
    {
        await using var house = await FollowHouse.FollowingAsync();
        for (var round = 0; round < 4; round++)
        {
            house.Append(3);
            house.Time.Advance(TimeSpan.FromSeconds(3));
            Assert.Equal(1, await house.SweepAsync());
            Assert.Equal(0, await house.SweepAsync());
        }

        Assert.Equal(house.Written, await house.FiledAsync());
        Assert.Equal(12, await house.NumberAsync("SELECT COUNT(*) FROM refusal"));
        Assert.Equal(12, await house.NumberAsync("SELECT SUM(messages) FROM delivery_hour"));
        Assert.Equal(0, await house.NumberAsync("SELECT COUNT(*) FROM evidence WHERE state <> 'Parsed' OR NOT verified"));
        Assert.Single(await house.Node.GetRequiredService<IncidentReader>().ListAsync(house.Tenant, IncidentFilter.All, default));
        Assert.Equal(house.Time.GetUtcNow(), (await house.RowAsync()).ReadAt);
    }

    [Fact]
    public async Task Sweep_HalfALine_WaitsForItsEnd()
    {
        await using var house = await FollowHouse.FollowingAsync();
        var line = house.NextLine();
        house.Append(1);
        house.AppendText(line[..50]);
        await house.SettleAsync();
        Assert.Equal(house.Written, await house.FiledAsync());
        Assert.Equal(0, await house.SweepAsync());

        house.AppendText(line[50..] + "\n");
        await house.SettleAsync();

        Assert.Equal([.. house.Written, line], await house.FiledAsync());
    }

    [Fact]
    public async Task Sweep_LogThatNeverPauses_GivesAPieceEveryTenSeconds()
    {
        await using var house = await FollowHouse.FollowingAsync();
        house.Append(1);
        await house.SweepAsync();
        var pieces = 0;
        for (var second = 0; second < 20; second++)
        {
            house.Time.Advance(TimeSpan.FromSeconds(1));
            house.Append(1);
            pieces += await house.SweepAsync();
        }
        Assert.Equal(2, pieces);
    }

    [Fact]
    public async Task Sweep_FromNowOn_LeavesWhatStandsThereAndTakesTheLineBeingWritten()
    {
        await using var house = await FollowHouse.NewAsync();
        house.Append(5);
        house.Written.Clear();
        var line = house.NextLine();
        house.AppendText(line[..40]);
        await house.FollowAsync(fromBeginning: false);

        house.AppendText(line[40..] + "\n");
        house.Append(2);
        await house.SettleAsync();

        Assert.Equal([line, .. house.Written], await house.FiledAsync());
    }

    [Fact]
    public async Task Sweep_TableFromNowOn_KnowsTheNamesOfItsColumns()
    {
        await using var house = await FollowHouse.NewAsync();
        house.AppendText("type,timeLogged,rcpt,dsnStatus,dsnDiag,dsnMta,dlvDestinationIp\nb,2026-05-16 11:00:00+0000,old@example.test,5.7.1,smtp;550 no,mx1.example.test (198.51.100.7),198.51.100.7\n");
        await house.FollowAsync(fromBeginning: false);
        house.AppendText("b,2026-05-16 11:30:00+0000,new@example.test,5.7.1 (not allowed),smtp;550 5.7.1 Relaying denied,mx1.example.test (198.51.100.7),198.51.100.7\n");
        await house.SettleAsync();

        Assert.Equal(1, await house.NumberAsync("SELECT COUNT(*) FROM refusal WHERE recipient = 'new@example.test' AND remote_ip = '198.51.100.7'"));
        Assert.Equal(1, await house.NumberAsync("SELECT COUNT(*) FROM refusal"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Sweep_SenderInAnEarlierPiece_IsJoined(bool isRestarted)
    {
        await using var house = await FollowHouse.FollowingAsync();
        house.AppendLine("May 16 12:00:00 out1 postfix/cleanup[100]: 4424441E46: message-id=<m1@sender.test>");
        house.AppendLine("May 16 12:00:00 out1 postfix/qmgr[101]: 4424441E46: from=<news@sender.test>, size=1000, nrcpt=1 (queue active)");
        await house.SettleAsync();
        for (var quiet = 0; quiet < 3; quiet++)
        {
            house.AppendLine($"May 16 12:00:0{quiet} out1 CRON[7]: (root) CMD (true {quiet})");
            await house.SettleAsync();
        }
        if (isRestarted)
        {
            house.Start();
        }
        house.AppendLine(house.NextLine("4424441E46"));
        await house.SettleAsync();

        Assert.Equal(1, await house.NumberAsync("SELECT COUNT(*) FROM refusal WHERE sender = 'news@sender.test' AND message_id = 'm1@sender.test'"));
        Assert.Equal(5, await house.NumberAsync("SELECT COUNT(*) FROM evidence WHERE state = 'Parsed'"));
    }

    [Fact]
    public async Task Sweep_RotationOverNewYear_EachLineHasItsYear()
    {
        await using var house = await FollowHouse.FollowingAsync();
        house.Time.SetUtcNow(new DateTimeOffset(2026, 12, 31, 23, 59, 50, TimeSpan.Zero));
        house.Append(1);
        house.Time.Advance(TimeSpan.FromSeconds(15));
        house.Rotate();
        house.Append(1);
        await house.SettleAsync();

        var rows = await house.Node.GetRequiredService<RefusalReader>().ListByIncidentAsync(house.Tenant, await house.NumberAsync("SELECT MIN(id) FROM incident"), 10, null, default);
        Assert.Equal([2026, 2027], rows.Select(row => row.OccurredAt.Year).Order());
    }

    [Fact]
    public async Task Sweep_Backlog_IsTakenInPiecesOfBoundedSize()
    {
        await using var house = await FollowHouse.NewAsync();
        var filler = string.Concat(Enumerable.Range(0, 100_000).Select(i => $"May 16 12:00:00 out1 CRON[{i}]: (root) CMD (one of many lines that tell of no mail at all)\n"));
        house.AppendText(filler);
        await house.FollowAsync();
        await house.SettleAsync();

        var rows = await house.Node.GetRequiredService<EvidenceReader>().ListAsync(house.Tenant, EvidenceFilter.All, 100, null, default);
        Assert.All(rows, row => Assert.InRange(row.Size, 1, FollowRule.Most));
        Assert.All(rows, row => Assert.Equal(EvidenceState.Parsed, row.State));
        Assert.Equal(filler.Length, rows.Sum(row => row.Size));
    }

    [Fact]
    public async Task Sweep_ArchivedTenantOrStopped_TakesNothing()
    {
        await using var house = await FollowHouse.FollowingAsync();
        await house.Database.RunAsync("UPDATE tenant SET state = 'Archived'");
        house.Append(1);
        await house.SettleAsync();
        Assert.Empty(await house.FiledAsync());

        await house.Database.RunAsync("UPDATE tenant SET state = 'Active'");
        await house.SettleAsync();
        Assert.Single(await house.FiledAsync());
        Assert.Null((await house.Node.GetRequiredService<LogFileAdministration>().RemoveAsync(Actor.System, house.Tenant, house.Source.Id, default)).Problem);
        house.Append(1);
        await house.SettleAsync();
        Assert.Single(await house.FiledAsync());
    }

    [Fact]
    public async Task Sweep_FailedPiece_IsTakenUpInOrder()
    {
        await using var house = await FollowHouse.FollowingAsync();
        house.Append(1);
        await house.Database.RunAsync("UPDATE tenant SET name = name");
        await house.SweepAsync();
        // Somebody else holds the piece: the next ones wait behind it.
        house.Append(1);
        await house.Database.RunAsync($"UPDATE evidence SET state = 'Received', lease_until = {house.Time.GetUtcNow().AddHours(1).ToUnixTimeMilliseconds()}");
        await house.SettleAsync();
        Assert.Equal(2, await house.NumberAsync("SELECT COUNT(*) FROM evidence WHERE state = 'Received'"));
    }
}
