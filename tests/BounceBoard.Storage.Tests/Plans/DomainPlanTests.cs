using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains.Issues;
using BounceBoard.Storage.Domains;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Retention;
using Xunit;
using static BounceBoard.Storage.Tests.StoredFacts;

namespace BounceBoard.Storage.Tests.Plans;

/// <summary>Whatever is read of examinations, issues and links is found by an index, however many there are.</summary>
public sealed class DomainPlanTests : IAsyncLifetime
{
    private StoredFacts _facts = null!;

    private Database.Database Database => _facts.Database;

    public async ValueTask InitializeAsync()
    {
        _facts = await NewAsync();
        await DomainRows.AddAsync(_facts);
        if (Database.Dialect.Provider == StorageProvider.PostgreSql)
        {
            await _facts.RunAsync("ANALYZE");
        }
    }

    [Fact]
    public async Task Exams_EveryReader_FollowsAnIndex()
    {
        var reader = new ExamReader(Database);
        await FollowsAsync(() => reader.LatestAsync(One, 5, default));
        await FollowsAsync(() => reader.AtAsync(One, 5, T0, default));
        await FollowsAsync(() => reader.ListLatestAsync(One, default));
        await FollowsAsync(() => reader.ScoresAsync(One, 5, T0, default));
        await FollowsAsync(() => reader.ListAsync(One, 5, 20, default));
        await FollowsAsync(() => reader.FindAsync(One, 5, default));
    }

    [Fact]
    public async Task IssuesAndLinks_EveryReader_FollowsAnIndex()
    {
        var issues = new DomainIssueReader(Database);
        await FollowsAsync(() => issues.ListAsync(One, 5, default));
        await FollowsAsync(() => issues.ListOpenAsync(One, 50, default));
        await FollowsAsync(() => issues.FindAsync(One, 5, "k5", default));
        var shares = new DomainShareReader(Database);
        await FollowsAsync(() => shares.ListAsync(One, 5, default));
        await FollowsAsync(() => shares.FindAsync(One, 5, default));
        await FollowsAsync(() => shares.FindByHashAsync("h5", default));
        var domains = new DomainReader(Database);
        await FollowsAsync(() => domains.ListAsync(One, default));
        await FollowsAsync(() => domains.FindAsync(One, 5, default));
        await FollowsAsync(() => domains.FindByNameAsync(One, DomainName.Parse("d5.example"), default));
    }

    [Fact]
    public async Task DueWork_EveryStatement_FollowsAnIndex()
    {
        var claims = new ExamClaimWriter();
        await FollowsAsync(() => new DueExamReader(Database).TenantsAsync(T0, default));
        await FollowsAsync(() => Database.WriteAsync(
            async transaction =>
            {
                await claims.ClaimDueAsync(One, T0, T0.AddMinutes(5), 10, transaction, default);
                await claims.HoldsAsync(One, 6, T0, transaction, default);
                await claims.ExaminedAsync(One, 6, T0, T0, null, transaction, default);
                await claims.HurryAsync(["d5.example"], T0, transaction, default);
            },
            default));
    }

    [Fact]
    public async Task Changes_EveryStatement_FollowsAnIndex()
    {
        var issue = Assert.Single(await new DomainIssueReader(Database).ListOpenAsync(One, 1, default));
        await FollowsAsync(() => Database.WriteAsync(
            async transaction =>
            {
                await new DomainIssueWriter().ListAsync(One, 6, transaction, default);
                await new DomainIssueWriter().TryMoveAsync(One, issue, IssueState.Open, transaction, default);
                await new ExamWriter().TouchAsync(One, 6, T0, transaction, default);
                await new DomainShareWriter().RevokeAsync(One, 6, T0, transaction, default);
                await new DomainWriter().RemoveAsync(One, 6, transaction, default);
            },
            default));
    }

    [Fact]
    public async Task Retention_OfExaminations_FollowsTheKey()
    {
        // The other step of this kind removes links; people make these by hand, so that a tenant has few.
        var step = Enumerable.Range(0, ExpiryWriter.Steps).First(step => ExpiryWriter.KindOf(step) == ExpiredKind.Exams);
        await FollowsAsync(() => Database.WriteAsync(transaction => new ExpiryWriter().RemoveAsync(One, step, T0, transaction, default), default));
    }

    [Theory]
    [InlineData("SELECT e.id FROM domain_exam e WHERE e.tenant_id = @tenant AND e.at < @cut ORDER BY e.at LIMIT 5")]
    [InlineData("SELECT COUNT(*) FROM domain_issue i WHERE i.title = @title")]
    public async Task WithoutAnIndex_IsFound(string sql) =>
        Assert.NotEmpty(PlanFaults.In(sql, await StatementPlan.OfAsync(Database, sql)));

    public ValueTask DisposeAsync()
    {
        _facts.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task FollowsAsync(Func<Task> work) => FollowedPlan.AssertAsync(Database, work);
}
