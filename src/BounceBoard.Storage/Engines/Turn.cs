using BounceBoard.Core.Addresses;
using BounceBoard.Core.Tenants;

namespace BounceBoard.Storage.Engines;

/// <summary>
/// Whose turn a writing transaction takes: transactions of one turn come one after the other, on whatever node they run. SQLite has one writer
/// anyway; PostgreSQL keeps the turns with advisory locks that end with the transaction.
/// </summary>
public readonly record struct Turn
{
    private Turn(TurnKind kind, int key) => (Kind, Key) = (kind, key);

    /// <summary>Alone: no tenant's turn runs beside it. For users, tenants and whatever rights depend on.</summary>
    public static Turn Installation { get; } = new(TurnKind.Installation, 0);

    /// <summary>Beside everything: for rows that a compare-and-set or a unique key guards by itself.</summary>
    public static Turn Open { get; } = new(TurnKind.Open, 0);

    internal TurnKind Kind { get; }

    // Two tenants that share a key wait for one another, which is slow and never wrong: a transaction takes one turn only.
    internal int Key { get; }

    /// <summary>One writer per tenant; beside other tenants, never beside the installation's turn.</summary>
    public static Turn Of(TenantId tenant) => new(TurnKind.Tenant, Fold(tenant.Value));

    /// <summary>One writer of a domain's public DNS answers.</summary>
    public static Turn Of(DomainName domain)
    {
        // FNV-1a: string.GetHashCode differs from process to process.
        var hash = domain.Value.Aggregate(14695981039346656037UL, (sum, letter) => (sum ^ letter) * 1099511628211UL);
        return new Turn(TurnKind.Domain, Fold(unchecked((long)hash)));
    }

    private static int Fold(long value) => unchecked((int)(value ^ (value >> 32)));
}
