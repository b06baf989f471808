using System.Data.Common;
using BounceBoard.Core.Audit;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Audit;

namespace BounceBoard.Operations.Audit;

/// <summary>One change in progress: its transaction, its time, and the audit log it must leave a line in.</summary>
public sealed class WriteScope
{
    private readonly AuditWriter _audit;
    private readonly Actor _actor;
    private readonly TenantId _tenant;

    internal WriteScope(AuditWriter audit, Actor actor, TenantId tenant, DbTransaction transaction, DateTimeOffset now)
    {
        (_audit, _actor, _tenant) = (audit, actor, tenant);
        (Transaction, Now) = (transaction, now);
    }

    public DbTransaction Transaction { get; }

    public DateTimeOffset Now { get; }

    internal bool IsAudited { get; private set; }

    /// <summary>Appends a line to the log of the tenant the change is in.</summary>
    /// <param name="object">What it was done to, for example <c>domain example.net</c>.</param>
    /// <param name="detail">Before and after; never a secret, recipients of mail only masked.</param>
    public Task AuditAsync(string action, string @object, string detail, CancellationToken cancellationToken) =>
        AuditAsync(_tenant, action, @object, detail, cancellationToken);

    /// <summary>Appends a line to another log: of the tenant just made, or of the installation.</summary>
    public async Task AuditAsync(TenantId chain, string action, string @object, string detail, CancellationToken cancellationToken)
    {
        var entry = new AuditEntry(Now, _actor.Name, _actor.Via, action, @object, detail);
        await _audit.AppendAsync(chain, entry, Transaction, cancellationToken);
        IsAudited = true;
    }
}
