using System.Data.Common;
using BounceBoard.Storage.Engines;

namespace BounceBoard.Storage.Database;

/// <summary>Tells a fault of the data at hand from one of the database: only the first will come again with the same data.</summary>
public static class ItemFault
{
    public static bool IsIn(Exception problem) => StorageFaults.Of(problem) switch
    {
        StorageFault.Data => true,
        StorageFault.None => problem is not (DbException or IOException or OperationCanceledException or OutOfMemoryException),
        _ => false,
    };
}
