using BounceBoard.Core.Sources;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Sources;
using Xunit;
using static BounceBoard.Storage.Tests.StoredFacts;

namespace BounceBoard.Storage.Tests.Sources;

/// <summary>Where a log was read to moves by compare-and-set, in its own tenant only.</summary>
public sealed class FollowedLogTests : IAsyncLifetime
{
    private readonly FollowedLogWriter _writer = new();
    private StoredFacts _facts = null!;

    private FollowedLogReader Reader => new(_facts.Database);

    public async ValueTask InitializeAsync()
    {
        _facts = await NewAsync();
        await _facts.Database.WriteAsync(
            async transaction =>
            {
                var source = new SourceRow { TenantId = One, Id = 7, Name = "log", Kind = SourceKind.LogFile, Folder = "/var/log/mail.log", CreatedAt = T0 };
                await new SourceWriter().AddAsync(One, source, transaction, default);
                await _writer.AddAsync(One, 7, "node-a", transaction, default);
            },
            default);
    }

    [Fact]
    public async Task TryAdvance_FromWhereItStands_MovesOnce()
    {
        Assert.True(await BeginAsync(One, File(1, 0)));
        Assert.False(await BeginAsync(One, File(1, 0)));
        Assert.True(await AdvanceAsync(One, 0, 0, File(1, 100)));
        Assert.False(await AdvanceAsync(One, 0, 0, File(1, 100)));
        Assert.False(await AdvanceAsync(Two, 1, 100, File(1, 200)));

        var row = Assert.IsType<FollowedLogRow>(await Reader.FindAsync(One, 7, default));
        Assert.Equal(("/var/log/mail.log", "node-a", 1, T0), (row.Path, row.Host, row.Ordinal, row.ReadAt));
        Assert.Equal(File(1, 100), Assert.Single(await Reader.GenerationsAsync(One, 7, default)));
    }

    [Fact]
    public async Task TryAdvance_FileStandsElsewhere_CommitsNothing()
    {
        await BeginAsync(One, File(1, 0));
        await Assert.ThrowsAsync<InvalidOperationException>(() => AdvanceAsync(One, 0, 50, File(1, 100)));
        Assert.Equal(0, (await Reader.FindAsync(One, 7, default))!.Ordinal);
    }

    [Fact]
    public async Task TryBegin_NextFile_KeepsTheOneBeforeOnly()
    {
        for (var number = 1; number <= 3; number++)
        {
            await BeginAsync(One, File(number, 0));
        }
        Assert.Equal([3, 2], (await Reader.GenerationsAsync(One, 7, default)).Select(file => file.Number));
        Assert.Equal(T0, (await Reader.FindAsync(One, 7, default))!.RotatedAt);
    }

    [Fact]
    public async Task Readers_OtherTenantOrArchived_FindNothing()
    {
        await BeginAsync(One, File(1, 0));
        Assert.False(await BeginAsync(Two, File(2, 0)));
        Assert.Null(await Reader.FindAsync(Two, 7, default));
        Assert.Empty(await Reader.GenerationsAsync(Two, 7, default));
        await _facts.Database.WriteAsync(transaction => _writer.RemoveAsync(Two, 7, transaction, default), default);
        Assert.Single(await Reader.ListAllAsync(false, default));
        await _facts.RunAsync("UPDATE tenant SET state = 'Archived' WHERE tenant_id = 1");
        Assert.Empty(await Reader.ListAllAsync(false, default));
        Assert.Single(await Reader.ListAllAsync(true, default));
    }

    [Fact]
    public async Task Problems_SetAndTakenBackByTheNextPiece()
    {
        await BeginAsync(One, File(1, 0));
        await _facts.Database.WriteAsync(
            async transaction =>
            {
                await _writer.SetProblemAsync(One, 7, "away", T0, transaction, default);
                await _writer.SetLossAsync(One, 7, "lost", T0, transaction, default);
            },
            default);
        Assert.Equal(("away", T0), ((await Reader.FindAsync(One, 7, default))!.Problem, (await Reader.FindAsync(One, 7, default))!.ProblemAt));
        await AdvanceAsync(One, 0, 0, File(1, 100));
        var row = await Reader.FindAsync(One, 7, default);
        Assert.Equal((null, "lost"), (row!.Problem, row.Loss));
    }

    public ValueTask DisposeAsync()
    {
        _facts.Dispose();
        return ValueTask.CompletedTask;
    }

    private static LogGenerationRow File(int number, long position) => LogGenerationRow.Unknown("/var/log/mail.log", T0) with
    {
        Number = number,
        Device = 254L << 32,
        Inode = long.MinValue + number,
        Position = position,
        Fingerprint = "ab",
        FingerprintSize = 64,
        Size = 1000,
    };

    private Task<bool> BeginAsync(TenantId tenant, LogGenerationRow file) => _facts.Database.WriteAsync(
        transaction => _writer.TryBeginAsync(tenant, 7, file, file.Number > 1 ? T0 : null, transaction, default), default);

    private Task<bool> AdvanceAsync(TenantId tenant, int ordinal, long position, LogGenerationRow next) => _facts.Database.WriteAsync(
        transaction => _writer.TryAdvanceAsync(tenant, 7, ordinal, position, next, T0, transaction, default), default);
}
