using BounceBoard.Core.Tenants;
using BounceBoard.Operations.RetryBatches;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.RetryBatches;

namespace BounceBoard.Web.RetryBatches;

/// <summary>Reads what the page of one batch shows for one address.</summary>
public sealed class RetryModel(RetryReview review, RetryAttemptReader attempts)
{
    /// <returns>Null when this tenant has no batch of that number, or this person may not see it.</returns>
    public async Task<RetryData?> LoadAsync(Actor actor, TenantId tenant, RetryUrl url, CancellationToken cancellationToken)
    {
        if (!(await review.ReadAsync(actor, tenant, url.Number, cancellationToken)).TryGet(out var view))
        {
            return null;
        }
        var step = url.Step is { } asked && asked <= view.Batch.Stages && asked > 0 ? asked : view.Batch.Stage;
        // Behind the last position of the step before, or of the page before.
        var after = url.After is { } position ? (step, position) : (step - 1, int.MaxValue);
        var rows = await attempts.ListAsync(tenant, view.Batch.Id, after, RetryUrl.PageSize + 1, cancellationToken);
        RetryAttemptRow[] page = [.. rows.Where(row => row.Stage == step).Take(RetryUrl.PageSize)];
        var hasMore = rows.Count(row => row.Stage == step) > page.Length;
        var transcript = url.Attempt is { } attempt && page.Any(row => row.Id == attempt)
            ? await attempts.TranscriptAsync(tenant, attempt, cancellationToken)
            : null;
        return new RetryData(view, step, page, hasMore ? page[^1].Position : null, transcript);
    }
}
