using System.Data.Common;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Core.Domains.Issues;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Domains;

namespace BounceBoard.Operations.Domains.Exams;

/// <summary>Opens and closes issues by what an examination found.</summary>
internal sealed class IssueFiling(DomainIssueWriter writer)
{
    /// <summary>An issue that stays as it is has its last sighting written this often.</summary>
    private static readonly TimeSpan Noted = TimeSpan.FromHours(20);

    /// <returns>Issues that came up, or came back after they had been fixed.</returns>
    public async Task<IReadOnlyList<DomainIssueRow>> FileAsync(
        TenantId tenant, long domainId, DomainHealth health, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var before = (await writer.ListAsync(tenant, domainId, transaction, cancellationToken)).ToDictionary(issue => issue.Key, StringComparer.Ordinal);
        var found = health.Issues.GroupBy(check => check.Key, StringComparer.Ordinal).Select(checks => checks.MaxBy(check => check.State) ?? checks.First());
        List<DomainIssueRow> opened = [];
        foreach (var check in found)
        {
            var old = before.GetValueOrDefault(check.Key);
            before.Remove(check.Key);
            var row = old is null ? New(domainId, check, now) : Seen(old, check, now);
            if (old is null || old.State == IssueState.Fixed)
            {
                opened.Add(row);
            }
            if (old is null || old with { LastSeenAt = now } != row || now - old.LastSeenAt >= Noted)
            {
                await writer.PutAsync(tenant, row, transaction, cancellationToken);
            }
        }
        var sightings = new IssueSightings(health.Checks);
        foreach (var old in before.Values)
        {
            if (sightings.Of(old.Key, old.CheckId) == IssueSighting.Gone && IssueStateMachine.Next(old.State, IssueEvent.Gone) is { } state)
            {
                await writer.PutAsync(tenant, old with { State = state, FixedAt = now, SnoozedUntil = null }, transaction, cancellationToken);
            }
        }
        return opened;
    }

    private static DomainIssueRow New(long domainId, HealthCheck check, DateTimeOffset now) => new()
    {
        DomainId = domainId,
        Key = check.Key,
        CheckId = check.Id,
        Subject = check.Subject,
        State = IssueState.Open,
        Severity = check.State,
        LostTenths = Tenths(check),
        Title = check.Title,
        FirstSeenAt = now,
        OpenedAt = now,
        LastSeenAt = now,
    };

    private static DomainIssueRow Seen(DomainIssueRow old, HealthCheck check, DateTimeOffset now)
    {
        var happened = old is { State: IssueState.Snoozed, SnoozedUntil: { } until } && until <= now ? IssueEvent.SnoozeEnded : IssueEvent.Seen;
        var row = old with { Severity = check.State, LostTenths = Tenths(check), Title = check.Title, LastSeenAt = now };
        return IssueStateMachine.Next(old.State, happened) switch
        {
            null => row,
            { } state when old.State == IssueState.Fixed => row with { State = state, OpenedAt = now, FixedAt = null },
            { } state => row with { State = state, SnoozedUntil = null },
        };
    }

    private static long Tenths(HealthCheck check) => (long)Math.Round(check.LostPoints * 10, MidpointRounding.AwayFromZero);
}
