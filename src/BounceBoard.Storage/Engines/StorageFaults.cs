using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace BounceBoard.Storage.Engines;

/// <summary>Tells the faults of both engines apart, by their codes.</summary>
public static class StorageFaults
{
    // ENOSPC as .NET reports it on Linux and, as HRESULT of ERROR_DISK_FULL, on Windows.
    private const int NoSpace = 28;
    private const int DiskFull = unchecked((int)0x80070070);

    public static StorageFault Of(Exception problem) => problem switch
    {
        SqliteException fault => OfSqlite(fault.SqliteErrorCode),
        PostgresException fault => OfPostgres(fault.SqlState),
        NpgsqlException { InnerException: SocketException or IOException or TimeoutException } => StorageFault.Outage,
        NpgsqlException { IsTransient: true } => StorageFault.Outage,
        // A broken connection surfaces as this when a command is put on it.
        NpgsqlException => StorageFault.Outage,
        IOException { HResult: NoSpace or DiskFull } => StorageFault.Full,
        { InnerException: { } inner } when problem is DbException or AggregateException or InvalidOperationException => Of(inner),
        _ => StorageFault.None,
    };

    // sqlite.org, result codes: CONSTRAINT, MISMATCH, TOOBIG; BUSY, LOCKED, CANTOPEN, PROTOCOL, READONLY, IOERR; FULL.
    private static StorageFault OfSqlite(int code) => code switch
    {
        19 or 20 or 18 => StorageFault.Data,
        13 => StorageFault.Full,
        5 or 6 or 8 or 10 or 14 or 15 => StorageFault.Outage,
        _ => StorageFault.None,
    };

    // PostgreSQL manual, appendix A: the first two characters are the class.
    private static StorageFault OfPostgres(string state) => state switch
    {
        "53100" => StorageFault.Full,
        "40001" or "40P01" => StorageFault.Collision,
        _ when state.StartsWith("22", StringComparison.Ordinal) || state.StartsWith("23", StringComparison.Ordinal) => StorageFault.Data,
        _ when state.StartsWith("08", StringComparison.Ordinal) || state.StartsWith("53", StringComparison.Ordinal)
            || state.StartsWith("57P", StringComparison.Ordinal) || state == "25006" => StorageFault.Outage,
        _ => StorageFault.None,
    };
}
