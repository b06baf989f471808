using BounceBoard.Core.Addresses;
using BounceBoard.Storage.Domains;
using BounceBoard.Storage.Engines;
using BounceBoard.TestKit.Storage;
using Xunit;
using static BounceBoard.Storage.Tests.StoredFacts;

namespace BounceBoard.Storage.Tests.Plans;

/// <summary>What pages sum up of domains is one statement, found by an index.</summary>
public sealed class DomainSumPlanTests : IAsyncLifetime
{
    private StoredFacts _facts = null!;

    private Database.Database Database => _facts.Database;

    public async ValueTask InitializeAsync()
    {
        _facts = await NewAsync();
        await PlanRows.AddAsync(_facts);
        await DomainRows.AddAsync(_facts);
        if (Database.Dialect.Provider == StorageProvider.PostgreSql)
        {
            await _facts.RunAsync("ANALYZE");
        }
    }

    [Fact]
    public async Task Domains_WhatPagesSumUp_IsOneStatementThatFollowsAnIndex()
    {
        await FollowsAsync(() => new SenderDayReader(Database).ListAsync(One, DomainName.Parse("d5.example"), T0, default));
        await FollowsAsync(() => new ScoreSumReader(Database).ListAsync(null, default));
        await FollowsAsync(() => new ScoreSumReader(Database).ListAsync([One, Two], default));
    }

    [Fact]
    public async Task Senders_OfOneDomain_AreFoundByTheIndexOfSenders()
    {
        var plan = await FollowsAsync(() => new SenderDayReader(Database).ListAsync(One, DomainName.Parse("d5.example"), T0, default));
        Assert.Matches(@"ix_refusal_sender \(tenant_id=\? AND <expr>=\? AND occurred_at>\?\)|_tenant_id_lower_occurred_at_idx", plan);
    }

    public ValueTask DisposeAsync()
    {
        _facts.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<string> FollowsAsync(Func<Task> read)
    {
        var sql = Assert.Single(await SeenStatements.OfAsync(read));
        var plan = await StatementPlan.OfAsync(Database, sql);
        Assert.Empty(PlanFaults.In(sql, plan));
        return string.Join('\n', plan);
    }
}
