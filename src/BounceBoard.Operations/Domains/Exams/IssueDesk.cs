using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains.Exams;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Core.Domains.Issues;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Domains;

namespace BounceBoard.Operations.Domains.Exams;

/// <summary>What people do with issues: verify, put off, accept, take back.</summary>
public sealed class IssueDesk(ExamDesk exams, DomainReader domains, DomainIssueReader issues, DomainIssueWriter writer, AuditedWrite writes, ChangeFeed changes)
{
    private const int LongestNote = 1000;

    private static readonly TimeSpan LongestSnooze = TimeSpan.FromDays(366);
    private static readonly OperationResult.Refused NotThere = new("There is no such issue in this tenant. Load the page again.");

    /// <summary>Examines the domain again, now, and says whether the issue is gone.</summary>
    public async Task<OperationResult<VerifyAnswer>> VerifyAsync(
        Actor actor, TenantId tenant, DomainName domain, string key, CancellationToken cancellationToken)
    {
        if (await FindAsync(tenant, domain, key, cancellationToken) is not { } before)
        {
            return NotThere;
        }
        var made = await exams.NowAsync(actor, tenant, domain, ExamTrigger.Verify, cancellationToken);
        if (!made.TryGet(out var exam))
        {
            return new OperationResult.Refused(made.Problem ?? "Not allowed.");
        }
        var checks = exam.ReadFacts() is { } facts ? HealthRules.Judge(facts).Checks : [];
        var answer = new VerifyAnswer(
            new IssueSightings(checks).Of(key, before.CheckId), [.. checks.Where(check => check.Key == key).SelectMany(check => check.Evidence)], exam);
        return await writes.InTenantAsync<VerifyAnswer>(
            actor,
            tenant,
            TenantAction.HandleIncidents,
            async scope =>
            {
                await scope.AuditAsync("issue.verify", Named(domain, key), answer.Sighting.ToString(), cancellationToken);
                return answer;
            },
            cancellationToken);
    }

    /// <summary>Puts an issue out of sight until a day.</summary>
    public Task<OperationResult<Unit>> SnoozeAsync(
        Actor actor, TenantId tenant, DomainName domain, string key, DateTimeOffset until, CancellationToken cancellationToken) =>
        MoveAsync(
            actor, tenant, domain, key, IssueEvent.Snooze,
            (issue, now) => until <= now || until - now > LongestSnooze
                ? new OperationResult.Refused("Choose a day between tomorrow and a year from now.")
                : issue with { SnoozedUntil = until },
            cancellationToken);

    /// <summary>Leaves an issue as it is; the score still counts it.</summary>
    /// <param name="note">Why.</param>
    public Task<OperationResult<Unit>> AcceptAsync(
        Actor actor, TenantId tenant, DomainName domain, string key, string note, CancellationToken cancellationToken) =>
        MoveAsync(
            actor, tenant, domain, key, IssueEvent.Accept,
            (issue, _) => string.IsNullOrWhiteSpace(note) || note.Length > LongestNote
                ? new OperationResult.Refused($"Say why it is left as it is, in at most {LongestNote} characters.")
                : issue with { Note = note.Trim(), SnoozedUntil = null },
            cancellationToken);

    /// <summary>Takes an issue that was put off or accepted back among the open ones.</summary>
    public Task<OperationResult<Unit>> ReopenAsync(Actor actor, TenantId tenant, DomainName domain, string key, CancellationToken cancellationToken) =>
        MoveAsync(actor, tenant, domain, key, IssueEvent.Reopen, (issue, _) => issue with { SnoozedUntil = null }, cancellationToken);

    private async Task<OperationResult<Unit>> MoveAsync(
        Actor actor, TenantId tenant, DomainName domain, string key, IssueEvent happened,
        Func<DomainIssueRow, DateTimeOffset, OperationResult<DomainIssueRow>> change, CancellationToken cancellationToken)
    {
        var result = await writes.InTenantAsync<Unit>(
            actor,
            tenant,
            TenantAction.ManageDomains,
            async scope =>
            {
                if (await FindAsync(tenant, domain, key, cancellationToken) is not { } issue)
                {
                    return NotThere;
                }
                if (IssueStateMachine.Next(issue.State, happened) is not { } next)
                {
                    return new OperationResult.Refused($"The issue is {issue.State.ToString().ToLowerInvariant()} by now. Load the page again.");
                }
                var changed = change(issue, scope.Now);
                if (!changed.TryGet(out var row))
                {
                    return new OperationResult.Refused(changed.Problem ?? "Not possible.");
                }
                await writer.TryMoveAsync(tenant, row with { State = next, ChangedBy = actor.Name }, issue.State, scope.Transaction, cancellationToken);
                var detail = row.SnoozedUntil is { } until ? $"{issue.State} -> {next} until {until.UtcDateTime:yyyy-MM-dd}" : $"{issue.State} -> {next}";
                await scope.AuditAsync($"issue.{happened.ToString().ToLowerInvariant()}", Named(domain, key), detail, cancellationToken);
                return new Unit();
            },
            cancellationToken);
        changes.Publish(tenant, ChangeKind.Domains);
        return result;
    }

    private async Task<DomainIssueRow?> FindAsync(TenantId tenant, DomainName domain, string key, CancellationToken cancellationToken) =>
        await domains.FindByNameAsync(tenant, domain, cancellationToken) is { } row
            ? await issues.FindAsync(tenant, row.Id, key, cancellationToken)
            : null;

    private static string Named(DomainName domain, string key) => $"issue {key} of {domain.Value}";
}
