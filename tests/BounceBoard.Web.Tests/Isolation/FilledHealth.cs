using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Exams;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Core.Domains.Issues;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Domains.Exams;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Domains;
using BounceBoard.Web.Tests.Hosting;

namespace BounceBoard.Web.Tests.Isolation;

/// <summary>What an examination of a tenant's domain leaves: facts, issues with a note, a link to the report; each marked with the tenant's canary.</summary>
internal static class FilledHealth
{
    /// <returns>Token of the link.</returns>
    public static async Task<string> AddAsync(WebHost host, TenantId tenant, string canary)
    {
        var now = TimeProvider.System.GetUtcNow();
        var domain = (await host.Get<DomainReader>().ListAsync(tenant, default))[0];
        var facts = Facts(DomainName.Parse(domain.Name), canary, now);
        var health = HealthRules.Judge(facts);
        await host.Get<Database>().WriteAsync(
            async transaction =>
            {
                // The host's own job finds nothing due, so that what stands here stays the last.
                await host.Get<ExamClaimWriter>().ExaminedAsync(tenant, domain.Id, null, now.AddDays(30), now, transaction, default);
                await host.Get<ExamWriter>().AddAsync(tenant, Row(tenant, domain.Id, health, canary, now), transaction, default);
                foreach (var check in health.Issues)
                {
                    await host.Get<DomainIssueWriter>().PutAsync(tenant, Issue(domain.Id, check, canary, now), transaction, default);
                }
            },
            default);
        return WebHost.Value(await host.Get<ShareDesk>().CreateAsync(Actor.System, tenant, facts.Domain, 7, default)).Token;
    }

    private static DomainFacts Facts(DomainName domain, string canary, DateTimeOffset now) => new()
    {
        Domain = domain,
        At = now,
        Resolver = "test",
        Dns = DnsSnapshot.Of(
        [
            Found(domain.Value, RecordType.Txt, $"v=spf1 include:{canary}-spf.test ?all"),
            Found($"{canary}-spf.test", RecordType.Txt, "v=spf1 ip4:192.0.2.0/24 -all"),
            Found($"_dmarc.{domain.Value}", RecordType.Txt, $"v=DMARC1; p=none; rua=mailto:{canary}-reports@{domain.Value}"),
            Found(domain.Value, RecordType.Mx, $"10 mx.{canary}-mx.test"),
            Found($"{canary}-selector._domainkey.{domain.Value}", RecordType.Txt, "v=DKIM1; p=abc"),
        ]),
        Selectors = [new SelectorFact($"{canary}-selector", SelectorOrigin.Configured)],
    };

    private static ExamRow Row(TenantId tenant, long domain, DomainHealth health, string canary, DateTimeOffset now) => new ExamRow
    {
        TenantId = tenant,
        Id = RowIds.Next(now),
        DomainId = domain,
        At = now,
        SeenUntil = now,
        Trigger = ExamTrigger.Manual,
        ScoreVersion = health.Score.Version,
        Profile = health.Score.Profile,
        Score = health.Score.Value,
        Low = health.Score.Low,
        High = health.Score.High,
        Coverage = health.Score.Coverage,
        Grade = health.Score.Grade,
        IssueCount = health.Issues.Count(),
        Fingerprint = canary,
    }.With(health.Facts);

    private static DomainIssueRow Issue(long domain, HealthCheck check, string canary, DateTimeOffset now) => new()
    {
        DomainId = domain,
        Key = check.Key,
        CheckId = check.Id,
        Subject = check.Subject,
        State = IssueState.Open,
        Severity = check.State,
        LostTenths = (long)(check.LostPoints * 10),
        Title = check.Title,
        FirstSeenAt = now,
        OpenedAt = now,
        LastSeenAt = now,
        Note = $"{canary} note",
        ChangedBy = $"{canary}@msp.example",
    };

    private static RecordAnswer Found(string name, RecordType type, params string[] records) => new(name, type, DnsState.Found, "NOERROR", records, 300);
}
