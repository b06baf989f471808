using BounceBoard.Core.Domains.Exams;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Core.Domains.Issues;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Domains;
using Xunit;
using static BounceBoard.Storage.Tests.StoredFacts;

namespace BounceBoard.Storage.Tests.Domains;

/// <summary>What pages say of many domains comes from one statement.</summary>
public sealed class ScoreSumReaderTests
{
    [Fact]
    public async Task ListAsync_TwoTenants_TakesLastScoresOfSendingDomains()
    {
        using var facts = await NewAsync();
        await AddAsync(facts, One, 1, (11, 20, DomainProfile.Sending), (12, 90, DomainProfile.Sending));
        await AddAsync(facts, One, 2, (21, 60, DomainProfile.Sending));
        await AddAsync(facts, One, 3, (31, 40, DomainProfile.Sending));
        await AddAsync(facts, One, 4, (41, 70, DomainProfile.Sending));
        await AddAsync(facts, One, 5, (51, 1, DomainProfile.Parked));
        await AddAsync(facts, One, 6, (61, null, DomainProfile.Sending));
        await AddAsync(facts, Two, 7, (71, 33, DomainProfile.Sending));
        var reader = new ScoreSumReader(facts.Database);

        Assert.Equal([(One, 4, 60, 40), (Two, 1, 33, 33)], Figures(await reader.ListAsync(null, default)));
        Assert.Equal([(Two, 1, 33, 33)], Figures(await reader.ListAsync([Two], default)));
        Assert.Empty(await reader.ListAsync([], default));
    }

    [Fact]
    public async Task ScoresAsync_ScoreThatHeldIntoTheTime_IsAmongThem()
    {
        using var facts = await NewAsync();
        await AddAsync(facts, One, 1, (11, 90, DomainProfile.Sending), (12, 80, DomainProfile.Sending));
        var exams = new ExamReader(facts.Database);
        await facts.Database.WriteAsync(transaction => new ExamWriter().TouchAsync(One, 11, T0.AddDays(20), transaction, default), default);

        Assert.Equal([90, 80], (await exams.ScoresAsync(One, 1, T0.AddMinutes(12), default)).Select(exam => exam.Score ?? 0));
        Assert.Empty(await exams.ScoresAsync(One, 1, T0.AddDays(21), default));
    }

    [Fact]
    public async Task ListWorstAsync_ManyIssues_OnePerDomainAndNoneThatIsFixed()
    {
        using var facts = await NewAsync();
        await AddAsync(facts, One, 1);
        await AddAsync(facts, One, 2);
        await facts.Database.WriteAsync(
            async transaction =>
            {
                foreach (var (domain, key, lost, state) in ((long, string, long, IssueState)[])
                    [(1, "a", 30, IssueState.Open), (1, "b", 90, IssueState.Open), (1, "c", 99, IssueState.Fixed), (2, "d", 0, IssueState.Accepted)])
                {
                    await new DomainIssueWriter().PutAsync(One, Issue(domain, key, lost, state), transaction, default);
                }
            },
            default);

        Assert.Equal("b", Assert.Single(await new DomainIssueReader(facts.Database).ListWorstAsync(One, default)).Key);
        Assert.Empty(await new DomainIssueReader(facts.Database).ListWorstAsync(Two, default));
    }

    private static IEnumerable<(TenantId, int, int, int)> Figures(IReadOnlyList<ScoreSumRow> rows) =>
        rows.OrderBy(row => row.TenantId.Value).Select(row => (row.TenantId, row.Domains, row.Median, row.Worst));

    private static Task AddAsync(StoredFacts facts, TenantId tenant, long id, params (long Id, int? Score, DomainProfile Profile)[] exams) =>
        facts.Database.WriteAsync(
            async transaction =>
            {
                await new DomainWriter().AddAsync(tenant, new DomainRow { TenantId = tenant, Id = id, Name = $"d{id}.example", AddedAt = T0 }, transaction, default);
                foreach (var exam in exams)
                {
                    await new ExamWriter().AddAsync(tenant, Exam(tenant, id, exam.Id, exam.Score, exam.Profile), transaction, default);
                }
            },
            default);

    private static ExamRow Exam(TenantId tenant, long domain, long id, int? score, DomainProfile profile) => new()
    {
        TenantId = tenant,
        Id = id,
        DomainId = domain,
        At = T0.AddMinutes(id),
        SeenUntil = T0.AddMinutes(id),
        Trigger = ExamTrigger.Job,
        ScoreVersion = 1,
        Profile = profile,
        Score = score,
        Low = score ?? 0,
        High = score ?? 100,
        Coverage = 100,
        Grade = "A",
        IssueCount = 0,
        Fingerprint = $"f{id}",
    };

    private static DomainIssueRow Issue(long domain, string key, long lost, IssueState state) => new()
    {
        DomainId = domain,
        Key = key,
        CheckId = key,
        Subject = "",
        State = state,
        Severity = CheckState.Warn,
        LostTenths = lost,
        Title = key,
        FirstSeenAt = T0,
        OpenedAt = T0,
        LastSeenAt = T0,
    };
}
