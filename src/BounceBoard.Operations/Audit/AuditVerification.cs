using BounceBoard.Core.Audit;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Audit;
using BounceBoard.Storage.Tenants;

namespace BounceBoard.Operations.Audit;

/// <summary>
/// Checks audit logs line by line. It finds a line that was changed, put in, or taken out of the middle; it cannot see that the newest
/// lines are gone, for which the log must be exported elsewhere.
/// </summary>
public sealed class AuditVerification(AuditReader audit, TenantReader tenants)
{
    /// <summary>Every log, the installation's own first.</summary>
    public async Task<IReadOnlyList<ChainReport>> VerifyAllAsync(CancellationToken cancellationToken)
    {
        var reports = new List<ChainReport>();
        foreach (var tenant in await audit.ListChainsAsync(cancellationToken))
        {
            reports.Add(await VerifyAsync(tenant, cancellationToken));
        }
        return reports;
    }

    public async Task<ChainReport> VerifyAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var name = tenant == TenantId.Installation
            ? "installation"
            : (await tenants.FindAsync(tenant, cancellationToken))?.Slug ?? tenant.ToString();
        // A long log is a long computation: not on the thread of a page.
        return await Task.Run(() => Verify(tenant, name, cancellationToken), cancellationToken);
    }

    private ChainReport Verify(TenantId tenant, string name, CancellationToken cancellationToken)
    {
        var rows = 0L;
        var fault = AuditChain.Verify(
            audit.StreamAsync(tenant, cancellationToken).ToBlockingEnumerable(cancellationToken).Select(row =>
            {
                rows++;
                return row.ToLink();
            }));
        return new ChainReport(tenant, name, rows, fault);
    }
}
