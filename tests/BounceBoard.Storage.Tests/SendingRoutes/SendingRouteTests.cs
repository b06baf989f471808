using System.Net;
using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.SendingRoutes;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.SendingRoutes;
using Xunit;
using static BounceBoard.Storage.Tests.StoredFacts;

namespace BounceBoard.Storage.Tests.SendingRoutes;

/// <summary>A route is changed by revision, proven by revision, and belongs to one tenant.</summary>
public sealed class SendingRouteTests
{
    private readonly SendingRouteWriter _writer = new();

    [Fact]
    public async Task Add_EveryField_IsReadBack()
    {
        using var facts = await NewAsync();
        var row = Row(1);

        await AddAsync(facts, One, row);

        Assert.Equal(row, await FindAsync(facts, One, 1));
        Assert.Null(await FindAsync(facts, Two, 1));
        Assert.Empty(await new SendingRouteReader(facts.Database).ListAsync(Two, default));
    }

    [Fact]
    public async Task TryChange_TwoFromTheSameRevision_OneWinsAndTheTestCountsNoMore()
    {
        using var facts = await NewAsync();
        var row = Row(1);
        await AddAsync(facts, One, row);
        await facts.Database.WriteAsync(transaction => _writer.TestedAsync(One, 1, 1, true, "250 2.0.0 Ok", T0, transaction, default), default);
        Assert.True((await FindAsync(facts, One, 1))?.IsProven);

        Assert.False(await ChangeAsync(facts, Two, row with { Host = "evil.example.net" }));
        Assert.True(await ChangeAsync(facts, One, row with { Host = "relay2.example.net" }));
        Assert.False(await ChangeAsync(facts, One, row with { Host = "relay3.example.net" }));

        var changed = await FindAsync(facts, One, 1);
        Assert.Equal(("relay2.example.net", 2L, false, T0), (changed?.Host, changed?.Revision, changed?.IsProven, changed?.TestedAt));
    }

    [Fact]
    public async Task TryEnable_OnlyWhereItChangesSomething()
    {
        using var facts = await NewAsync();
        await AddAsync(facts, One, Row(1));

        Assert.False(await EnableAsync(facts, One, true));
        Assert.False(await EnableAsync(facts, Two, false));
        Assert.True(await EnableAsync(facts, One, false));

        Assert.False((await FindAsync(facts, One, 1))?.Enabled);
        Assert.Equal(1, (await FindAsync(facts, One, 1))?.Revision);
    }

    [Theory]
    [InlineData(RetryBatchState.Draft, true)]
    [InlineData(RetryBatchState.AwaitingApproval, true)]
    [InlineData(RetryBatchState.Approved, true)]
    [InlineData(RetryBatchState.Sending, true)]
    [InlineData(RetryBatchState.Observing, true)]
    [InlineData(RetryBatchState.Completed, false)]
    [InlineData(RetryBatchState.Halted, false)]
    [InlineData(RetryBatchState.Rejected, false)]
    [InlineData(RetryBatchState.Cancelled, false)]
    [InlineData(RetryBatchState.Expired, false)]
    public async Task TryRemove_WhileABatchNeedsIt_IsRefused(RetryBatchState state, bool needsIt)
    {
        using var facts = await NewAsync();
        await AddAsync(facts, One, Row(1));
        await AddAsync(facts, Two, Row(1));
        await RouteUse.AddAsync(facts, One, routeId: 1, state);

        Assert.Equal(needsIt ? 1 : null, await facts.Database.WriteAsync(transaction => _writer.UserAsync(One, 1, transaction, default), default));
        Assert.Equal(!needsIt, await RemoveAsync(facts, One));
        Assert.Equal(needsIt, await FindAsync(facts, One, 1) is not null);
        Assert.NotNull(await FindAsync(facts, Two, 1));
    }

    private static SendingRouteRow Row(long id) => new()
    {
        Id = id,
        Name = "relay",
        Kind = SendingRouteKind.Submission,
        Revision = 1,
        Enabled = true,
        Host = "relay.example.net",
        Port = 587,
        Tls = SendingTls.StartTls,
        UserName = "retry",
        PasswordSealed = "sealed-1",
        SenderDomains = "example.net\nexample.org",
        ReturnPrefix = "retry",
        Helo = "bounces.example.net",
        SourceIp = IPAddress.Parse("192.0.2.10"),
        Pool = "bulk-2",
        PoolHeader = "X-Pool: bulk-2",
        DkimDomain = "example.net",
        DkimSelector = "s1",
        DkimKeySealed = "sealed-2",
        Webhook = "https://hooks.example/retry",
        SecretSealed = "sealed-3",
        RatePerMinute = 10,
        PerDay = 500,
        TestMailbox = "postmaster@example.net",
        CreatedAt = T0,
    };

    private Task AddAsync(StoredFacts facts, TenantId tenant, SendingRouteRow row) =>
        facts.Database.WriteAsync(transaction => _writer.AddAsync(tenant, row, transaction, default), default);

    private Task<bool> ChangeAsync(StoredFacts facts, TenantId tenant, SendingRouteRow row) =>
        facts.Database.WriteAsync(transaction => _writer.TryChangeAsync(tenant, row, transaction, default), default);

    private Task<bool> EnableAsync(StoredFacts facts, TenantId tenant, bool enabled) =>
        facts.Database.WriteAsync(transaction => _writer.TryEnableAsync(tenant, 1, enabled, transaction, default), default);

    private Task<bool> RemoveAsync(StoredFacts facts, TenantId tenant) =>
        facts.Database.WriteAsync(transaction => _writer.TryRemoveAsync(tenant, 1, transaction, default), default);

    private static Task<SendingRouteRow?> FindAsync(StoredFacts facts, TenantId tenant, long id) =>
        new SendingRouteReader(facts.Database).FindAsync(tenant, id, default);
}
