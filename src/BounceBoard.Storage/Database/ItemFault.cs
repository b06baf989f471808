using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace BounceBoard.Storage.Database;

/// <summary>Tells a fault of the data at hand from one of the database: only the first will come again with the same data.</summary>
public static class ItemFault
{
    // SQLITE_CONSTRAINT, SQLITE_MISMATCH, SQLITE_TOOBIG. All others (BUSY, LOCKED, FULL, IOERR, READONLY, CANTOPEN …) pass or need a person.
    private static readonly int[] OfData = [19, 20, 18];

    public static bool IsIn(Exception problem) => problem switch
    {
        SqliteException fault => OfData.Contains(fault.SqliteErrorCode),
        DbException or IOException or OperationCanceledException or OutOfMemoryException => false,
        _ => true,
    };
}
