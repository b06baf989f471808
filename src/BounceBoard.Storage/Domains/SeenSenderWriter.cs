using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;

namespace BounceBoard.Storage.Domains;

/// <summary>Counts how a tenant's mail was seen to be sent, as refusals arrive.</summary>
public sealed class SeenSenderWriter
{
    private const string OnConflict = """
        ON CONFLICT (tenant_id, dkim_domain, dkim_selector, envelope_domain, author_domain, sending_ip, helo, pool)
        DO UPDATE SET reports = seen_sender.reports + excluded.reports,
            verified = CASE WHEN excluded.verified THEN excluded.verified ELSE seen_sender.verified END,
            last_at = CASE WHEN excluded.last_at > seen_sender.last_at THEN excluded.last_at ELSE seen_sender.last_at END
        """;

    private static readonly string[] Columns =
    [
        "tenant_id", "dkim_domain", "dkim_selector", "envelope_domain", "author_domain", "sending_ip", "helo", "pool", "verified", "reports", "last_at",
    ];

    /// <param name="rows">Each way once.</param>
    public Task AddAsync(TenantId tenant, IReadOnlyList<SeenSenderRow> rows, DbTransaction transaction, CancellationToken cancellationToken) =>
        rows.Count == 0
            ? Task.CompletedTask
            : transaction.UpsertAsync(new BulkUpsert<SeenSenderRow>(Table(tenant), OnConflict), rows, null, cancellationToken);

    private static BulkTable<SeenSenderRow> Table(TenantId tenant) => new("seen_sender", Columns, (row, sink) =>
    {
        sink.Write(tenant.Value);
        sink.Write(row.DkimDomain);
        sink.Write(row.DkimSelector);
        sink.Write(row.EnvelopeDomain);
        sink.Write(row.AuthorDomain);
        sink.Write(row.SendingIpText);
        sink.Write(row.Helo);
        sink.Write(row.Pool);
        sink.Write(row.Verified);
        sink.Write(row.Reports);
        sink.Write(row.LastAt.ToUnixTimeMilliseconds());
    });
}
