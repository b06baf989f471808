using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Core.Domains.History;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.MxObservations;
using BounceBoard.Storage.Domains;
using BounceBoard.Storage.MxObservations;

namespace BounceBoard.Operations.Domains.Exams;

/// <summary>Reads the health of a tenant's domains for pages; asks nobody.</summary>
public sealed class HealthReading(
    DomainReader domains, ExamReader exams, DomainIssueReader issues, RecordObservationReader observations, ScoreSumReader sums, TimeProvider time)
{
    /// <summary>Days of scores that a page draws.</summary>
    public const int ChartDays = 90;

    /// <summary>Examinations whose records are compared; one is stored when something changed.</summary>
    private const int MostCompared = 60;

    /// <summary>Every domain of the tenant by name, with its last examination.</summary>
    public async Task<IReadOnlyList<HealthLine>> ListAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var latest = (await exams.ListLatestAsync(tenant, cancellationToken)).ToDictionary(exam => exam.DomainId);
        return [.. (await domains.ListAsync(tenant, cancellationToken)).Select(domain => new HealthLine(domain, latest.GetValueOrDefault(domain.Id)))];
    }

    /// <summary>Every domain of the tenant with its worst open issue; the worst domain first, those of which nothing is known last.</summary>
    public async Task<IReadOnlyList<DomainStanding>> StandingsAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var worst = (await issues.ListWorstAsync(tenant, cancellationToken)).ToDictionary(issue => issue.DomainId);
        return
        [
            .. (await ListAsync(tenant, cancellationToken)).Select(line => new DomainStanding(line, worst.GetValueOrDefault(line.Domain.Id)))
                .OrderBy(standing => standing.Line.Exam?.Score ?? int.MaxValue),
        ];
    }

    /// <summary>Median and worst score of each tenant; one without any score is not among them.</summary>
    /// <param name="tenants">The tenants the reader may see; null for all.</param>
    public async Task<IReadOnlyDictionary<TenantId, HealthSum>> SumsAsync(IReadOnlyCollection<TenantId>? tenants, CancellationToken cancellationToken) =>
        (await sums.ListAsync(tenants, cancellationToken)).ToDictionary(row => row.TenantId, row => new HealthSum(row.Domains, row.Median, row.Worst));

    /// <returns>Null when the tenant does not send from the domain.</returns>
    public async Task<HealthView?> FindAsync(TenantId tenant, DomainName name, CancellationToken cancellationToken)
    {
        if (await domains.FindByNameAsync(tenant, name, cancellationToken) is not { } domain)
        {
            return null;
        }
        var exam = await exams.LatestAsync(tenant, domain.Id, cancellationToken);
        return new HealthView(
            domain,
            exam,
            exam?.ReadFacts() is { } facts ? HealthRules.Judge(facts) : null,
            await issues.ListAsync(tenant, domain.Id, cancellationToken),
            await exams.ScoresAsync(tenant, domain.Id, time.GetUtcNow().AddDays(-ChartDays), cancellationToken),
            exam?.PreviousScore);
    }

    /// <summary>The health as it was known at a time, of a bounce for example.</summary>
    /// <returns>Null when the tenant does not send from the domain, or it was not examined before.</returns>
    public async Task<HealthThen?> AtAsync(TenantId tenant, DomainName name, DateTimeOffset at, CancellationToken cancellationToken) =>
        await domains.FindByNameAsync(tenant, name, cancellationToken) is { } domain
        && await exams.AtAsync(tenant, domain.Id, at, cancellationToken) is { } exam
        && exam.ReadFacts() is { } facts
            ? new HealthThen(exam, HealthRules.Judge(facts))
            : null;

    /// <summary>
    /// Every change of the domain's records that was seen, latest first: between examinations, and as each resolver told it between looks at its
    /// policy records and keys.
    /// </summary>
    public async Task<IReadOnlyList<RecordChange>> ChangesAsync(TenantId tenant, DomainName name, CancellationToken cancellationToken)
    {
        if (await domains.FindByNameAsync(tenant, name, cancellationToken) is not { } domain)
        {
            return [];
        }
        var examined = (await exams.ListAsync(tenant, domain.Id, MostCompared, cancellationToken))
            .Select(exam => exam.ReadFacts()).OfType<DomainFacts>()
            .SelectMany(facts => ((facts.Dns as DnsSnapshot)?.Answers ?? []).Select(answer => (facts.At, facts.Resolver, Answer: answer)));
        string[] names = [name.Value, LookTargets.DmarcName(name), .. domain.Selectors.Select(selector => LookTargets.DkimName(selector, name))];
        var observed = (await observations.ListAsync(names, RecordType.Txt, ObservationOrigin.Live, cancellationToken)).Values
            .SelectMany(list => list.Select(seen => (At: seen.From, seen.Resolver, seen.Answer)));
        return RecordHistory.Of(examined.Concat(observed).Where(seen => RecordHistory.Concerns(name, seen.Answer)));
    }
}
