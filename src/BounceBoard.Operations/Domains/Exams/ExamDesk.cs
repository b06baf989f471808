using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains.Exams;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Jobs;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Domains;
using BounceBoard.Storage.Engines;

namespace BounceBoard.Operations.Domains.Exams;

/// <summary>
/// Examines domains: now, when a person asks, and by itself when they are due. DNS is asked hourly, everything daily. The network is never waited for
/// inside a transaction; each examination by itself is claimed, so that two nodes never make the same one.
/// </summary>
public sealed class ExamDesk : ITenantWork
{
    private const int Slices = 4;

    /// <summary>Longer than the patience with DNS, mail hosts and policy together.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    /// <summary>A little less than a day: the hourly rounds drift.</summary>
    private static readonly TimeSpan WholeEvery = TimeSpan.FromHours(23);

    private readonly IExam _exam;
    private readonly ExamTables _tables;
    private readonly ExamSubjects _subjects;
    private readonly ExamFiling _filing;
    private readonly TenantAccess _access;
    private readonly Database _database;
    private readonly ChangeFeed _changes;
    private readonly TimeProvider _time;

    internal ExamDesk(
        IExam exam, ExamTables tables, ExamSubjects subjects, ExamFiling filing, TenantAccess access, Database database, ChangeFeed changes, TimeProvider time) =>
        (_exam, _tables, _subjects, _filing, _access, _database, _changes, _time) = (exam, tables, subjects, filing, access, database, changes, time);

    public string Name => "examine";

    /// <summary>Examines a domain for a person. Asking public DNS is no change of the tenant's, so it stands in no audit log.</summary>
    public Task<OperationResult<ExamRow>> NowAsync(Actor actor, TenantId tenant, DomainName domain, CancellationToken cancellationToken) =>
        NowAsync(actor, tenant, domain, ExamTrigger.Manual, cancellationToken);

    public Task<IReadOnlyList<TenantId>> TenantsAsync(CancellationToken cancellationToken) => _tables.Due.TenantsAsync(_time.GetUtcNow(), cancellationToken);

    /// <summary>Examines every domain that is due, of every tenant.</summary>
    /// <returns>Number of examinations.</returns>
    public Task<int> ExamineDueAsync(CancellationToken cancellationToken) => TenantRounds.RunAsync(this, cancellationToken);

    public async Task<Slice> WorkAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        var until = now + Lease;
        if (await _tables.Tenants.FindAsync(tenant, cancellationToken) is not { IsDemo: false, State: not TenantState.Archived })
        {
            return Slice.Nothing;
        }
        var ids = await _database.WriteAsync(
            Turn.Open, transaction => _tables.Claims.ClaimDueAsync(tenant, now, until, Slices, transaction, cancellationToken), cancellationToken);
        var exams = await Task.WhenAll(ids.Select(id => OfClaimAsync(tenant, id, until, cancellationToken)));
        var done = exams.Count(exam => exam is not null);
        if (done > 0)
        {
            _changes.Publish(tenant, ChangeKind.Domains);
        }
        return new Slice(ids.Count, done);
    }

    /// <summary>The DNS of public names was seen to change: has whoever sends from them examined with the next round.</summary>
    public async Task HurryAsync(IReadOnlyCollection<DomainName> domains, CancellationToken cancellationToken)
    {
        if (domains.Count > 0)
        {
            await _database.WriteAsync(
                Turn.Open,
                transaction => _tables.Claims.HurryAsync([.. domains.Select(domain => domain.Value)], _time.GetUtcNow(), transaction, cancellationToken),
                cancellationToken);
        }
    }

    internal async Task<OperationResult<ExamRow>> NowAsync(
        Actor actor, TenantId tenant, DomainName domain, ExamTrigger trigger, CancellationToken cancellationToken)
    {
        var decision = await _access.RequireAsync(actor, tenant, TenantAction.HandleIncidents, cancellationToken);
        if (decision is not AccessDecision.Allowed allowed)
        {
            return new OperationResult.Refused(decision.Problem ?? "Not allowed.");
        }
        if (allowed.Tenant.IsDemo)
        {
            return new OperationResult.Refused("Sample data carries recorded DNS answers; live DNS is not asked for it.");
        }
        if (await _tables.Domains.FindByNameAsync(tenant, domain, cancellationToken) is not { } row)
        {
            return new OperationResult.Refused("There is no such domain in this tenant. Load the list again.");
        }
        var facts = await _exam.ExamineAsync(await _subjects.OfAsync(row, sharesAnswers: false, cancellationToken), cancellationToken);
        var last = await _tables.Exams.LatestAsync(tenant, row.Id, cancellationToken);
        var exam = await _filing.FileAsync(row, await JudgeAsync(facts, last, cancellationToken), trigger, facts.At, null, cancellationToken);
        _changes.Publish(tenant, ChangeKind.Domains);
        return exam ?? throw new InvalidOperationException("Without a claim nobody can take it.");
    }

    private async Task<ExamRow?> OfClaimAsync(TenantId tenant, long id, DateTimeOffset until, CancellationToken cancellationToken)
    {
        if (await _tables.Domains.FindAsync(tenant, id, cancellationToken) is not { } row)
        {
            return null;
        }
        var stored = await _tables.Exams.LatestAsync(tenant, id, cancellationToken);
        var last = stored?.ReadFacts();
        if (last is null || row.ExamWholeAt is not { } whole || _time.GetUtcNow() - whole >= WholeEvery)
        {
            var facts = await _exam.ExamineAsync(await _subjects.OfAsync(row, sharesAnswers: true, cancellationToken), cancellationToken);
            return await _filing.FileAsync(row, await JudgeAsync(facts, stored, cancellationToken), ExamTrigger.Job, facts.At, until, cancellationToken);
        }
        var fresh = await _exam.AskDnsAsync(await _subjects.BetweenAsync(row, last, cancellationToken), cancellationToken);
        return await _filing.FileAsync(row, await JudgeAsync(FactsOver.Lay(fresh, last), stored, cancellationToken), ExamTrigger.Job, null, until, cancellationToken);
    }

    private async Task<DomainHealth> JudgeAsync(DomainFacts facts, ExamRow? last, CancellationToken cancellationToken) =>
        HealthRules.Judge(facts with { Earlier = await EarlierReading.AfterAsync(_tables.Exams, last, cancellationToken) });
}
