using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Retention;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Database;
using BounceBoard.TestKit.Installations;
using Xunit;

namespace BounceBoard.Operations.Tests.Retention;

public sealed class RetentionTests : IAsyncDisposable
{
    private const string Gone = "gone@example.net";
    private const string Stays = "stays@example.net";
    private static readonly string[] Purged =
        ["refusal", "refusal_evidence", "evidence", "evidence_content", "intake", "incident_person", "incident_hour", "delivery_hour", "tenant_hour"];

    private readonly TestInstallation _house = new();

    private DateTimeOffset Now => _house.Time.GetUtcNow();

    [Fact]
    public async Task RunAsync_OneTenantOfTwo_LosesWhatIsOldAndTheOtherNothing()
    {
        var (one, two) = (await OldAndNewAsync("one"), await OldAndNewAsync("two"));
        await KeepAsync(one, 90);
        var before = await CountsAsync(two);

        Assert.Equal(4, await _house.Get<RetentionSweep>().RunAsync(default));

        Assert.Equal(0, await one.MentionsAsync(Gone));
        Assert.True(await one.MentionsAsync(Stays) > 0);
        Assert.Equal([1, 1, 1, 1, 1, 1, 1, 1, 1], await CountsAsync(one));
        Assert.Equal(9, await one.CountAsync("incident", "refusals = 9") * 9);
        Assert.Equal(before, await CountsAsync(two));
        Assert.True(await two.MentionsAsync(Gone) > 0);
        var line = Assert.Single(await _house.AuditAsync(one.Id), it => it.Action == "retention");
        Assert.Contains("2 evidence items, 2 refusals, 1 people", line.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(await _house.AuditAsync(two.Id), it => it.Action == "retention");
    }

    [Fact]
    public async Task RunAsync_TheSuppressionList_KeepsWhoIsHeldAndLosesWhoWasReleased()
    {
        var one = await AgedTenant.NewAsync(_house, "one");
        await KeepAsync(one, 90);
        foreach (var (person, state, days) in ((string, string, int)[])[(Gone, "Released", -100), (Stays, "Held", -101), ("new@example.net", "Released", -1), ("old@example.net", "Suggested", -100)])
        {
            await one.RunAsync($"""
                INSERT INTO suppression (tenant_id, recipient_key, id, address, domain, state, reason, source, since, added_by, note, rules, refusal_ids)
                VALUES ({one.Id.Value}, '{person}', {RowIds.First(Now.AddDays(days)) + person.Length}, '{person}', 'example.net', '{state}', 'Manual', 'Person', 0, 'x', '', '[]', '[]')
                """);
        }

        await _house.Get<RetentionSweep>().RunAsync(default);

        Assert.Equal((2, 1), (await one.CountAsync("suppression"), await one.CountAsync("suppression", "state = 'Held'")));
        Assert.Contains("2 released or suggested suppressions", Assert.Single(await _house.AuditAsync(one.Id), it => it.Action == "retention").Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_Alerts_LosesWhatWasToldLongAgo()
    {
        var one = await AgedTenant.NewAsync(_house, "one");
        await KeepAsync(one, 90);
        foreach (var days in (int[])[-100, -1])
        {
            var id = RowIds.First(Now.AddDays(days));
            await one.RunAsync($"""
                INSERT INTO alert (tenant_id, id, kind, subject_id, episode, raised_at, due_at, people, content)
                VALUES ({one.Id.Value}, {id}, 'Opened', 1, '{id}', 0, NULL, 1, '')
                """);
            await one.RunAsync($"""
                INSERT INTO alert_delivery (tenant_id, destination_id, alert_id, state, due_at, attempts, sent_at, answer)
                VALUES ({one.Id.Value}, 1, {id}, 'Sent', NULL, 1, 0, '250')
                """);
        }

        await _house.Get<RetentionSweep>().RunAsync(default);

        Assert.Equal((1, 1), (await one.CountAsync("alert"), await one.CountAsync("alert_delivery")));
    }

    [Fact]
    public async Task RunAsync_Again_RemovesNothingAndSaysNothing()
    {
        var one = await OldAndNewAsync("one");
        await KeepAsync(one, 90);
        await _house.Get<RetentionSweep>().RunAsync(default);
        Assert.Equal(0, await _house.Get<RetentionSweep>().RunAsync(default));
        Assert.Single(await _house.AuditAsync(one.Id), it => it.Action == "retention");
    }

    [Fact]
    public async Task RunAsync_NobodyChose_KeepsEverything()
    {
        var one = await OldAndNewAsync("one");
        var before = await CountsAsync(one);
        Assert.Equal(0, await _house.Get<RetentionSweep>().RunAsync(default));
        Assert.Equal(before, await CountsAsync(one));
    }

    [Fact]
    public async Task RunAsync_NewRefusalSeenInOldEvidence_KeepsTheRefusalOnly()
    {
        var one = await AgedTenant.NewAsync(_house, "one");
        await one.ReceiveAsync(Now.AddDays(-100), Gone);
        await one.ReceiveAsync(Now.AddDays(-1), Stays);
        await RunAsync($"""
            INSERT INTO refusal_evidence (tenant_id, refusal_id, evidence_id)
            SELECT tenant_id, MAX(id), MIN(id) FROM refusal WHERE tenant_id = {one.Id.Value} GROUP BY tenant_id
            """);
        await KeepAsync(one, 90);
        await _house.Get<RetentionSweep>().RunAsync(default);
        Assert.Equal((1, 1, 1), (await one.CountAsync("refusal"), await one.CountAsync("refusal_evidence"), await one.CountAsync("evidence")));
    }

    [Fact]
    public async Task RunAsync_StoppedAgainAndAgain_GoesOnToTheEnd()
    {
        var one = await AgedTenant.NewAsync(_house, "one");
        for (var i = 0; i < 300; i++)
        {
            await one.ReceiveAsync(Now.AddDays(-200 + (i / 10)), $"p{i % 40}@example.net", i + 1);
        }
        await KeepAsync(one, 90);
        for (var stop = 1; stop <= 8; stop++)
        {
            using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(stop * 8));
            try
            {
                await _house.Get<RetentionSweep>().RunAsync(source.Token);
            }
            catch (OperationCanceledException)
            {
                // Stopped in the middle: what the test is about.
            }
        }
        await _house.Get<RetentionSweep>().RunAsync(default);
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 0, 0], await CountsAsync(one));
    }

    [Fact]
    public async Task SetAsync_Rights_AdminMayOthersMayNotAndNonsenseIsRefused()
    {
        var tenant = await _house.TenantAsync("acme");
        var (admin, viewer) = (await _house.MemberAsync("adm", tenant, TenantRole.Admin), await _house.MemberAsync("view", tenant, TenantRole.Viewer));
        var retention = _house.Get<RetentionAdministration>();
        Assert.NotNull((await retention.SetAsync(viewer, tenant, 1, default)).Problem);
        Assert.NotNull((await retention.SetAsync(admin, tenant, -1, default)).Problem);
        Assert.Null((await retention.FindAsync("acme", default))!.Own);
        Assert.Null((await retention.SetAsync(admin, tenant, 30, default)).Problem);
        Assert.Equal(30, (await retention.FindAsync("acme", default))!.Days);
        Assert.Contains("as the installation -> 30 days", (await _house.AuditAsync(tenant))[0].Detail, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private async Task<AgedTenant> OldAndNewAsync(string slug)
    {
        var tenant = await AgedTenant.NewAsync(_house, slug);
        await tenant.ReceiveAsync(Now.AddDays(-100), Gone);
        await tenant.ReceiveAsync(Now.AddDays(-95), Stays);
        await tenant.ReceiveAsync(Now.AddDays(-1), Stays);
        return tenant;
    }

    private async Task KeepAsync(AgedTenant tenant, int days) =>
        TestInstallation.Value(await _house.Get<RetentionAdministration>().SetAsync(Actor.System, tenant.Id, days, default));

    private static async Task<List<long>> CountsAsync(AgedTenant tenant)
    {
        var counts = new List<long>();
        foreach (var table in Purged)
        {
            counts.Add(await tenant.CountAsync(table));
        }
        return counts;
    }

    private async Task RunAsync(string sql)
    {
        await using var connection = await _house.Database.OpenAsync(default);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Rows of a test: nothing in them comes from outside.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
