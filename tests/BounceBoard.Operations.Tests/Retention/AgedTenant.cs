using System.Data.Common;
using System.Globalization;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;
using BounceBoard.TestKit.Installations;

namespace BounceBoard.Operations.Tests.Retention;

/// <summary>A tenant whose rows are of chosen ages: ids say when a row arrived.</summary>
internal sealed class AgedTenant(TestInstallation house, TenantId id)
{
    public TenantId Id => id;

    public static async Task<AgedTenant> NewAsync(TestInstallation house, string slug)
    {
        var tenant = new AgedTenant(house, await house.TenantAsync(slug));
        await tenant.RunAsync($"""
            INSERT INTO incident (tenant_id, id, number, family, scope, scope_name, state, title, refusals, people, first_at, last_at, opened_at)
            VALUES ({tenant.Id.Value}, 1, 1, 'Relay', 'RecipientDomain', 'example.net', 'Open', 'x', 9, 9, 0, 0, 0)
            """);
        return tenant;
    }

    /// <summary>A mail that arrived then, with one refusal of one person, and everything that is counted with it.</summary>
    public async Task ReceiveAsync(DateTimeOffset at, string person, int ordinal = 1)
    {
        var (row, hour) = (RowIds.First(at) + ordinal, at.ToUnixTimeMilliseconds() / 3_600_000 * 3_600_000);
        var ms = at.ToUnixTimeMilliseconds();
        await RunAsync($"""
            INSERT INTO evidence (tenant_id, id, sha256, source_id, kind, state, name, size, ordinal, verified, received_at, reports, attempts)
            SELECT {id.Value}, {row}, 'sha{row}', MIN(source.id), 'Mail', 'Parsed', '{person}.eml', 3, 0, TRUE, {ms}, 1, 1 FROM source WHERE tenant_id = {id.Value};
            INSERT INTO evidence_content (tenant_id, evidence_id, content) VALUES ({id.Value}, {row}, @content);
            INSERT INTO intake (tenant_id, id, source_id, evidence_id, outcome, name, received_at)
            SELECT {id.Value}, {row}, MIN(source.id), {row}, 'Stored', '{person}.eml', {ms} FROM source WHERE tenant_id = {id.Value};
            INSERT INTO refusal (tenant_id, id, fold_key, incident_id, recipient, recipient_key, recipient_domain, upper_case, action, remote_ip_source,
                reply_text, format, category, family, verified, occurred_at, occurred_source, ingested_at)
            VALUES ({id.Value}, {row}, 'f{row}', 1, '{person}', '{person}', 'example.net', FALSE, 'failed', 'Stated',
                '550 <{person}>', 'dsn', 'RelayDenied', 'Relay', TRUE, {ms}, 'Stated', {ms});
            INSERT INTO refusal_evidence (tenant_id, refusal_id, evidence_id) VALUES ({id.Value}, {row}, {row});
            INSERT INTO incident_person (tenant_id, incident_id, recipient_key, refusals, first_at, last_at)
            VALUES ({id.Value}, 1, '{person}', 1, {ms}, {ms}) ON CONFLICT (tenant_id, incident_id, recipient_key) DO NOTHING;
            INSERT INTO incident_hour (tenant_id, incident_id, hour, refusals) VALUES ({id.Value}, 1, {hour}, 1)
            ON CONFLICT (tenant_id, incident_id, hour) DO NOTHING;
            INSERT INTO tenant_hour (tenant_id, hour, accepted, deferred, refused) VALUES ({id.Value}, {hour}, 0, 0, 1)
            ON CONFLICT (tenant_id, hour) DO NOTHING;
            INSERT INTO delivery_hour (tenant_id, hour, recipient_domain, remote_ip, pool, upper_case, outcome, messages)
            VALUES ({id.Value}, {hour}, 'example.net', '', '', FALSE, 'Refused', 1)
            ON CONFLICT (tenant_id, recipient_domain, hour, remote_ip, pool, upper_case, outcome) DO NOTHING
            """);
    }

    public Task<long> CountAsync(string table, string where = "TRUE") =>
        ScalarAsync($"SELECT count(*) FROM {table} WHERE tenant_id = {id.Value} AND {where}");

    /// <summary>Rows in which the address stands, over everything that retention may remove.</summary>
    public async Task<long> MentionsAsync(string person)
    {
        (string Table, string[] Columns)[] places =
        [
            ("refusal", ["recipient", "recipient_key", "original_recipient", "reply_text", "sender", "message_id"]),
            ("incident_person", ["recipient_key"]), ("evidence", ["name", "reason"]), ("intake", ["name"]),
        ];
        var found = 0L;
        foreach (var (table, columns) in places)
        {
            found += await CountAsync(table, $"({string.Join(" OR ", columns.Select(column => $"{column} LIKE '%{person}%'"))})");
        }
        return found;
    }

    private async Task<long> ScalarAsync(string sql)
    {
        await using var connection = await house.Database.OpenAsync(default);
        await using var command = Command(connection, sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    public async Task RunAsync(string sql)
    {
        await using var connection = await house.Database.OpenAsync(default);
        await using var command = Command(connection, sql);
        await command.ExecuteNonQueryAsync();
    }

    private static DbCommand Command(DbConnection connection, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Rows of a test: nothing in them comes from outside.
        command.CommandText = sql;
#pragma warning restore CA2100
        var content = command.CreateParameter();
        (content.ParameterName, content.Value) = ("content", "abc"u8.ToArray());
        command.Parameters.Add(content);
        return command;
    }
}
