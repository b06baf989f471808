using System.Data.Common;

namespace BounceBoard.Storage.Database;

/// <summary>The connection on which a transaction runs.</summary>
internal static class TransactionConnection
{
    public static DbConnection Link(this DbTransaction transaction) =>
        transaction.Connection ?? throw new InvalidOperationException("The transaction has ended already.");
}
