using System.Data.Common;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;

namespace BounceBoard.Storage.Wordings;

/// <summary>Gives stored refusals another category. The incident they were filed in stays: its counts were made with them.</summary>
public sealed class RejudgementWriter
{
    /// <summary>These refusals as the change in progress sees them; those that have left are absent.</summary>
    public Task<IReadOnlyList<StoredReplyRow>> ListAsync(
        TenantId tenant, IReadOnlyCollection<long> ids, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var dialect = Dialect.Of(transaction);
        return transaction.ListAsync<StoredReplyRow>(StoredReplyReader.ByIds(dialect), new { tenant, ids = dialect.List(ids) }, cancellationToken);
    }

    public Task ApplyAsync(
        TenantId tenant, IReadOnlyCollection<Rejudgement> rejudged, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var given = new BulkTable<Rejudgement>(
            "refusal",
            ["tenant_id", "id", "category", "family", "rule_id", "told_category"],
            (row, sink) =>
            {
                sink.Write(tenant.Value);
                sink.Write(row.RefusalId);
                sink.Write(row.Category.ToString());
                sink.Write(RefusalFamilies.Of(row.Category).ToString());
                sink.Write(row.RuleId);
                sink.Write(row.Told?.ToString());
            });
        var update = new BulkUpdate<Rejudgement>(
            given,
            "SET category = given.category, family = given.family, rule_id = given.rule_id, told_category = given.told_category",
            "WHERE refusal.tenant_id = given.tenant_id AND refusal.id = given.id");
        return transaction.UpdateAsync(update, rejudged, null, cancellationToken);
    }
}
