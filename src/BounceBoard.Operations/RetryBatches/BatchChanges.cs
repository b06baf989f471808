using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.RetryBatches;
using BounceBoard.Storage.SendingRoutes;

namespace BounceBoard.Operations.RetryBatches;

/// <summary>Compares a batch with the world as it is now.</summary>
internal sealed class BatchChanges(RetryAttemptReader attempts, PersonReading people)
{
    private const int AtOnce = 1000;

    /// <summary>Those who are still to be sent to, in the order of sending.</summary>
    public async Task<IReadOnlyList<RetryAttemptRow>> PlannedAsync(TenantId tenant, RetryBatchRow batch, CancellationToken cancellationToken)
    {
        var (planned, after) = (new List<RetryAttemptRow>(), (0, 0));
        IReadOnlyList<RetryAttemptRow> page;
        do
        {
            page = await attempts.ListAsync(tenant, batch.Id, after, AtOnce, cancellationToken);
            planned.AddRange(page.Where(row => row.State == AttemptState.Planned));
            after = page.Count > 0 ? (page[^1].Stage, page[^1].Position) : after;
        }
        while (page.Count == AtOnce);
        return planned;
    }

    /// <summary>What makes the plan another one than was asked for; with any of it the plan is void.</summary>
    /// <param name="route">As it is now; null when it is gone.</param>
    public async Task<IReadOnlyList<string>> ReadAsync(
        TenantId tenant, RetryBatchRow batch, SendingRouteRow? route, RetrySettingRow setting, IReadOnlyList<RetryAttemptRow> planned, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var plan = batch.Plan;
        var stricter = Math.Min(setting.PerDay, route?.PerDay ?? setting.PerDay) < plan.Limits.PerDay || setting.PerDomainDay < plan.Limits.PerDomainDay
            || setting.PerPerson < plan.Limits.PerPerson || setting.RatePerMinute < plan.Limits.RatePerMinute || setting.FourEyes != FourEyes.Off && setting.ApproveEachStage && !plan.Limits.ApproveEachStage;
        string?[] all =
        [
            route is null ? "The sending route does not exist any more." : null,
            route is not null && route.Revision != plan.Route.Revision ? $"The sending route {route.Name} was changed." : null,
            stricter ? "The tenant's limits for retries were made stricter." : null,
            // Later on whoever may not be sent to any more is skipped; the plan of the others holds.
            .. batch.Stage == 1 ? await PeopleAsync(tenant, batch, setting, planned, now, cancellationToken) : [],
        ];
        return [.. all.OfType<string>()];
    }

    private async Task<IEnumerable<string>> PeopleAsync(
        TenantId tenant, RetryBatchRow batch, RetrySettingRow setting, IReadOnlyList<RetryAttemptRow> planned, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var states = await people.ReadAsync(tenant, planned.Select(row => row.RecipientKey), setting, batch.Id, now, cancellationToken);
        return states.Values.Select(state => state.Problem(setting, batch.RequestedAt)).OfType<string>().GroupBy(problem => problem, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count()).Select(group => $"{group.Count()} of its recipients may not be sent to any more: {group.Key}.");
    }
}
