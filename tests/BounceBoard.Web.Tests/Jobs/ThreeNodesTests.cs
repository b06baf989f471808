using System.Diagnostics;
using System.Globalization;
using System.Text;
using BounceBoard.Core.Evidence;
using BounceBoard.Core.Sources;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Evidence;
using BounceBoard.Storage.Sources;
using BounceBoard.Storage.Tenants;
using BounceBoard.TestKit.Evidence;
using BounceBoard.TestKit.Hosts;
using BounceBoard.TestKit.Postgres;
using BounceBoard.TestKit.Storage;
using Npgsql;
using Xunit;

namespace BounceBoard.Web.Tests.Jobs;

/// <summary>Three hosts on one PostgreSQL start on the same due rows at once; the database itself writes down who took and who finished each row.</summary>
public sealed class ThreeNodesTests
{
    private const int Tenants = 6;
    private const int Mails = 150;
    private const int Pieces = 4;
    private const int LinesOfPiece = 50;
    private const int Refusals = Mails + (Pieces * LinesOfPiece);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly DateTimeOffset At = new(2026, 5, 16, 7, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Work_TheSameDueRows_EachRowOnceAndSharedByTheNodes()
    {
        using var postgres = await SharedPostgres.CreateDatabaseAsync(default);
        using var database = Database.PostgreSql(postgres.ConnectionString);
        await FillAsync(database);
        await WatchAsync(database);

        var hosts = await Task.WhenAll(Enumerable.Range(1, 3).Select(node => RunningHost.StartAsync(RunningHost.BuiltProgram, Settings(postgres, node), default)));
        try
        {
            await DoneAsync(postgres.ConnectionString, hosts);
        }
        finally
        {
            await Task.WhenAll(hosts.Select(host => host.DisposeAsync().AsTask()));
        }

        await AssertOnceAsync(postgres.ConnectionString);
        Assert.All(hosts, host => Assert.DoesNotContain(" fail: ", host.Output, StringComparison.Ordinal));
    }

    private static async Task AssertOnceAsync(string database)
    {
        const int rows = Tenants * (Mails + Pieces);
        Assert.Equal(rows, await CountAsync(database, "SELECT count(*) FROM work_log WHERE what = 'claim'"));
        Assert.Equal(rows, await CountAsync(database, "SELECT count(DISTINCT row_id) FROM work_log WHERE what = 'claim'"));
        Assert.Equal(rows, await CountAsync(database, "SELECT count(*) FROM work_log WHERE what = 'Parsed'"));
        Assert.Equal(rows, await CountAsync(database, "SELECT count(DISTINCT row_id) FROM work_log WHERE what = 'Parsed'"));
        // Who took a row is who finished it.
        Assert.Equal(0, await CountAsync(database, """
            SELECT count(*) FROM work_log c JOIN work_log p ON p.row_id = c.row_id AND p.what = 'Parsed' WHERE c.what = 'claim' AND c.node <> p.node
            """));
        Assert.InRange(await CountAsync(database, "SELECT count(DISTINCT node) FROM work_log"), 2, 3);
        // A piece of a log was taken only after the piece before it was done.
        Assert.Equal(0, await CountAsync(database, """
            SELECT count(*) FROM evidence e JOIN evidence n ON n.tenant_id = e.tenant_id AND n.stream = e.stream AND n.ordinal = e.ordinal + 1
            JOIN work_log done ON done.row_id = e.id AND done.what = 'Parsed' JOIN work_log taken ON taken.row_id = n.id AND taken.what = 'claim'
            WHERE taken.seq < done.seq
            """));
        Assert.Equal(Tenants * Refusals, await CountAsync(database, "SELECT count(*) FROM refusal"));
        Assert.Equal(Tenants * Refusals, await CountAsync(database, "SELECT CAST(SUM(refusals) AS BIGINT) FROM incident"));
        Assert.Equal(Tenants * Refusals, await CountAsync(database, "SELECT CAST(SUM(refusals) AS BIGINT) FROM incident_hour"));
        Assert.Equal(0, await CountAsync(database, "SELECT count(*) FROM incident WHERE verdict IS NULL"));
        // No verdict follows one that says the same, and each of them was one claimed decision.
        Assert.Equal(0, await CountAsync(database, """
            SELECT count(*) FROM (SELECT fingerprint, LAG(fingerprint) OVER (PARTITION BY incident_id ORDER BY id) AS before FROM verdict) v
            WHERE v.fingerprint = v.before
            """));
        Assert.Equal(0, await CountAsync(database, """
            SELECT (SELECT count(*) FROM work_log WHERE what = 'decide') - (SELECT count(*) FROM work_log WHERE what = 'decided')
            """));
    }

    private static async Task DoneAsync(string database, RunningHost[] hosts)
    {
        var clock = Stopwatch.StartNew();
        while (await CountAsync(database, "SELECT count(*) FROM evidence WHERE state = 'Received'") > 0
            || await CountAsync(database, "SELECT count(*) FROM incident WHERE verdict IS NULL OR decide_lease > 0") > 0)
        {
            var left = await CountAsync(database, "SELECT count(*) FROM evidence WHERE state = 'Received'");
            Assert.True(
                clock.Elapsed < Patience && hosts.All(host => host.IsRunning),
                $"{left} rows still wait after {clock.Elapsed}:\n{string.Join("\n---\n", hosts.Select(host => host.Output))}");
            await Task.Delay(250);
        }
    }

    // Stored and not parsed, as if the node that took them in had died.
    private static async Task FillAsync(Database database)
    {
        for (var number = 1; number <= Tenants; number++)
        {
            var tenant = new TenantId(number);
            await database.WriteAsync(
                async transaction =>
                {
                    var slug = string.Create(CultureInfo.InvariantCulture, $"t{number}");
                    await new TenantWriter().AddAsync(
                        new TenantRow { Id = tenant, Slug = slug, Name = slug, State = TenantState.Active, IsDemo = false, CreatedAt = At }, transaction, default);
                    await new SourceWriter().AddAsync(
                        tenant, new SourceRow { TenantId = tenant, Id = number, Name = "upload", Kind = SourceKind.Upload, Folder = null, CreatedAt = At },
                        transaction, default);
                    foreach (var item in Items(number))
                    {
                        await new EvidenceWriter().ReceiveAsync(tenant, item, transaction, default);
                    }
                },
                default);
        }
    }

    private static IEnumerable<NewEvidence> Items(int source)
    {
        for (var i = 0; i < Mails; i++)
        {
            var mail = new SampleDsn { Recipient = $"p{i}@example.test", MessageId = $"m{i}@sender.test" };
            yield return Item(source, EvidenceKind.Mail, mail.ToString(), null, 0);
        }
        for (var piece = 1; piece <= Pieces; piece++)
        {
            var log = new SampleLog();
            for (var line = 0; line < LinesOfPiece; line++)
            {
                log.Refused(At.AddHours(piece).AddSeconds(line), $"l{piece}x{line}@example.test");
            }
            yield return Item(source, EvidenceKind.Log, Encoding.UTF8.GetString(log.ToBytes()), "log", piece);
        }
    }

    private static NewEvidence Item(int source, EvidenceKind kind, string text, string? stream, int ordinal) =>
        new(source, "a", kind, PackedContent.Of(Encoding.UTF8.GetBytes(text)), stream, ordinal, true, At, null);

    private static Task WatchAsync(Database database) => database.RunAsync("""
        CREATE TABLE work_log (seq BIGSERIAL PRIMARY KEY, row_id BIGINT, what TEXT, node TEXT);
        CREATE FUNCTION note_evidence() RETURNS trigger LANGUAGE plpgsql AS '
            BEGIN
                IF NEW.lease_until > OLD.lease_until THEN
                    INSERT INTO work_log (row_id, what, node) VALUES (NEW.id, ''claim'', current_setting(''application_name''));
                END IF;
                IF NEW.state <> OLD.state THEN
                    INSERT INTO work_log (row_id, what, node) VALUES (NEW.id, NEW.state, current_setting(''application_name''));
                END IF;
                RETURN NEW;
            END';
        CREATE TRIGGER note_evidence AFTER UPDATE ON evidence FOR EACH ROW EXECUTE FUNCTION note_evidence();
        CREATE FUNCTION note_incident() RETURNS trigger LANGUAGE plpgsql AS '
            BEGIN
                IF NEW.decide_lease > OLD.decide_lease THEN
                    INSERT INTO work_log (row_id, what, node) VALUES (NEW.id, ''decide'', current_setting(''application_name''));
                ELSIF NEW.decide_lease < OLD.decide_lease THEN
                    INSERT INTO work_log (row_id, what, node) VALUES (NEW.id, ''decided'', current_setting(''application_name''));
                END IF;
                RETURN NEW;
            END';
        CREATE TRIGGER note_incident AFTER UPDATE ON incident FOR EACH ROW EXECUTE FUNCTION note_incident();
        """);

    private static Dictionary<string, string> Settings(PostgresDatabase postgres, int node) => new()
    {
        ["Storage:Provider"] = nameof(StorageProvider.PostgreSql),
        ["Storage:ConnectionString"] = new NpgsqlConnectionStringBuilder(postgres.ConnectionString)
        {
            ApplicationName = string.Create(CultureInfo.InvariantCulture, $"node-{node}"),
        }.ToString(),
        // Nobody answers: the test is about rows.
        ["Dns:UseSystem"] = "false",
        ["Dns:UsePublic"] = "false",
        ["Dns:UseAuthoritative"] = "false",
        ["Dns:Resolvers:0:Name"] = "nobody",
        ["Dns:Resolvers:0:Address"] = "127.0.0.1",
        ["Dns:Resolvers:0:Port"] = "9",
        ["Dns:Timeout"] = "00:00:00.2",
        ["Dns:Retries"] = "0",
    };

    private static async Task<long> CountAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements of the test itself.
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToInt64(await command.ExecuteScalarAsync() ?? 0L, CultureInfo.InvariantCulture);
    }
}
