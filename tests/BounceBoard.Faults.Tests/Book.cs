using System.Globalization;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Audit;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Evidence;
using BounceBoard.TestKit.Storage;

namespace BounceBoard.Faults.Tests;

/// <summary>Reads the tables and says whether they add up: nothing lost, nothing twice, nothing by halves.</summary>
internal sealed class Book(House house, TenantId tenant)
{
    /// <summary>What holds at every moment, whatever was cut.</summary>
    public async Task AssertWholeAsync()
    {
        var counts = await house.Get<EvidenceReader>().CountsAsync(tenant, default);
        Assert.Equal(counts.Received, counts.Stored + counts.Duplicates + counts.Quarantined);
        // A row has its bytes and its line, and a line has its row: all of one transaction.
        Assert.Equal(0, await NumberAsync($"SELECT COUNT(*) FROM evidence e WHERE e.tenant_id = {tenant.Value} AND NOT EXISTS (SELECT 1 FROM evidence_content c WHERE c.tenant_id = e.tenant_id AND c.evidence_id = e.id)"));
        Assert.Equal(0, await NumberAsync($"SELECT COUNT(*) FROM evidence_content c WHERE c.tenant_id = {tenant.Value} AND NOT EXISTS (SELECT 1 FROM evidence e WHERE e.tenant_id = c.tenant_id AND e.id = c.evidence_id)"));
        Assert.Equal(
            await NumberAsync($"SELECT COUNT(*) FROM evidence WHERE tenant_id = {tenant.Value}"),
            await NumberAsync($"SELECT COUNT(*) FROM intake WHERE tenant_id = {tenant.Value} AND outcome <> 'Duplicate'"));
        var refusals = await NumberAsync($"SELECT COUNT(*) FROM refusal WHERE tenant_id = {tenant.Value}");
        Assert.Equal(refusals, await NumberAsync($"SELECT COUNT(DISTINCT fold_key) FROM refusal WHERE tenant_id = {tenant.Value}"));
        foreach (var sum in new[] { "incident", "incident_hour", "incident_domain", "incident_person" })
        {
            Assert.Equal((sum, refusals), (sum, await NumberAsync($"SELECT COALESCE(SUM(refusals), 0) FROM {sum} WHERE tenant_id = {tenant.Value}")));
        }
        Assert.Equal(
            await NumberAsync($"SELECT COUNT(*) FROM incident_person WHERE tenant_id = {tenant.Value}"),
            await NumberAsync($"SELECT COALESCE(SUM(people), 0) FROM incident WHERE tenant_id = {tenant.Value}"));
        var chains = await house.Get<AuditVerification>().VerifyAllAsync(default);
        Assert.All(chains, chain => Assert.Null(chain.Fault));
    }

    /// <summary>Everything that was offered is there once and read.</summary>
    /// <param name="items">Different pieces of evidence.</param>
    /// <param name="refusals">Different refusals in them, each of another person.</param>
    public async Task AssertAllAsync(int items, int refusals)
    {
        await AssertWholeAsync();
        var counts = await house.Get<EvidenceReader>().CountsAsync(tenant, default);
        Assert.Equal((items, 0, 0), (counts.Stored, counts.Quarantined, counts.Waiting));
        Assert.Equal(refusals, await NumberAsync($"SELECT COUNT(*) FROM refusal WHERE tenant_id = {tenant.Value}"));
        Assert.Equal(refusals, await NumberAsync($"SELECT COUNT(DISTINCT recipient_key) FROM refusal WHERE tenant_id = {tenant.Value}"));
        Assert.Equal(refusals, await NumberAsync($"SELECT COALESCE(SUM(messages), 0) FROM delivery_hour WHERE tenant_id = {tenant.Value}"));
    }

    /// <summary>As if the five minutes had passed for which a killed process still holds what it was working on.</summary>
    public async Task EndClaimsAsync()
    {
        await house.Database.RunAsync($"UPDATE evidence SET lease_until = 0 WHERE tenant_id = {tenant.Value}");
        await house.Database.RunAsync($"UPDATE incident SET decide_lease = 0 WHERE tenant_id = {tenant.Value}");
        await house.Database.RunAsync($"UPDATE source SET lease_until = 0 WHERE tenant_id = {tenant.Value}");
        await house.Database.RunAsync($"UPDATE slice_chain SET lease_until = 0 WHERE tenant_id = {tenant.Value}");
    }

    /// <summary>Waits until a killed host's sessions have ended: PostgreSQL works on for a moment on what was sent to it.</summary>
    public async Task GoneAsync()
    {
        while (house.Database.Dialect.Provider == StorageProvider.PostgreSql
            && await NumberAsync($"SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = '{House.HostName}'") > 0)
        {
            await Task.Delay(10);
        }
    }

    public async Task<long> NumberAsync(string sql)
    {
        await using var connection = await house.Database.OpenAsync(default);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements of a test: nothing in them comes from outside.
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
