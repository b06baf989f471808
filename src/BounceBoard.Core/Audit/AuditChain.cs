using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using BounceBoard.Core.Tenants;

namespace BounceBoard.Core.Audit;

/// <summary>Tamper evidence: every audit row carries the hash of the row before it.</summary>
public static class AuditChain
{
    /// <summary>SHA-256 in lower-case hex over the row's fields, each with its length before it, so no text can move from one field to the next.</summary>
    public static string Hash(TenantId tenant, long seq, AuditEntry entry, string previousHash)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, tenant.Value);
        Append(hash, seq);
        // Milliseconds, as stored: finer time would not survive the database and break the chain by itself.
        Append(hash, entry.At.ToUnixTimeMilliseconds());
        foreach (var field in (string[])[entry.Actor, entry.Via, entry.Action, entry.Object, entry.Detail, previousHash])
        {
            Append(hash, field);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Checks one tenant's whole chain in ascending order.</summary>
    /// <returns>The first fault, or null when the chain holds.</returns>
    public static AuditFault? Verify(IEnumerable<AuditLink> rows)
    {
        var (seq, previous) = (0L, "");
        TenantId? tenant = null;
        foreach (var row in rows)
        {
            tenant ??= row.Tenant;
            if (FaultOf(row, tenant.Value, seq + 1, previous) is { } fault)
            {
                return new AuditFault(row.Seq, fault);
            }
            (seq, previous) = (row.Seq, row.Hash);
        }
        return null;
    }

    private static string? FaultOf(AuditLink row, TenantId tenant, long expectedSeq, string expectedPrevious) => row switch
    {
        _ when row.Tenant != tenant => $"Row {row.Seq} belongs to tenant {row.Tenant}, not {tenant}.",
        _ when row.Seq != expectedSeq => $"Row {expectedSeq} is missing or out of order; row {row.Seq} stands in its place.",
        _ when row.PreviousHash != expectedPrevious => $"Row {row.Seq} does not follow the row before it.",
        _ when row.Hash != Hash(row.Tenant, row.Seq, row.Entry, row.PreviousHash) => $"Row {row.Seq} was changed after it was written.",
        _ => null,
    };

    private static void Append(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }

    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Append(hash, (long)bytes.Length);
        hash.AppendData(bytes);
    }
}
