using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Incidents;

/// <summary>
/// Moves refusals and running counts from one incident of a tenant into another, and back. Each refusal remembers the incident of its own fingerprint, so
/// that a split takes back exactly its own, those that came after the merge included.
/// </summary>
public sealed class IncidentMergeWriter
{
    /// <summary>What is counted per incident and key, and how two counts become one.</summary>
    private static readonly (string Table, string Key)[] Counts =
        [("incident_hour", "hour"), ("incident_domain", "recipient_domain"), ("incident_pool", "pool"), ("incident_person", "recipient_key")];

    /// <summary>Moves all that <paramref name="from"/> holds; both incidents are of the tenant and in their turn.</summary>
    public async Task MergeAsync(
        TenantId tenant, long from, long into, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var parameters = new { tenant, from, into, now };
        foreach (var statement in MergeStatements.All)
        {
            await transaction.ExecuteAsync(statement, parameters, cancellationToken);
        }
        foreach (var (table, _) in Counts)
        {
            await transaction.ExecuteAsync(
                $"""DELETE FROM {table} WHERE tenant_id = @tenant AND incident_id = @from""", parameters, cancellationToken);
        }
    }

    /// <summary>Takes back the refusals of <paramref name="own"/> out of <paramref name="from"/>, and counts both again.</summary>
    public async Task SplitAsync(
        TenantId tenant, long own, long from, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var parameters = new { tenant, own, from, now };
        foreach (var statement in SplitStatements.Before)
        {
            await transaction.ExecuteAsync(statement, parameters, cancellationToken);
        }
        foreach (var (table, key) in Counts)
        {
            await transaction.ExecuteAsync(
                $"""
                UPDATE {table} SET refusals = refusals - (
                    SELECT o.refusals FROM {table} o
                    WHERE o.tenant_id = @tenant AND o.incident_id = @own AND o.{key} = {table}.{key})
                WHERE tenant_id = @tenant AND incident_id = @from
                    AND {key} IN (SELECT o.{key} FROM {table} o WHERE o.tenant_id = @tenant AND o.incident_id = @own)
                """,
                parameters,
                cancellationToken);
            await transaction.ExecuteAsync(
                $"""DELETE FROM {table} WHERE tenant_id = @tenant AND incident_id = @from AND refusals <= 0""", parameters, cancellationToken);
        }
        foreach (var statement in SplitStatements.After)
        {
            await transaction.ExecuteAsync(statement, parameters, cancellationToken);
        }
    }
}
