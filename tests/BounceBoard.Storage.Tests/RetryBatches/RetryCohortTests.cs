using BounceBoard.Core.RetryBatches;
using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.RetryBatches;
using Xunit;
using static BounceBoard.Storage.Tests.StoredFacts;

namespace BounceBoard.Storage.Tests.RetryBatches;

public sealed class RetryCohortTests
{
    [Fact]
    public async Task ListAsync_ManyRefusalsOfAPerson_TheLatestThatEvidenceVouchesFor()
    {
        using var facts = await NewAsync();
        var incident = await facts.OpenAsync();
        var vouched = (await facts.ReceiveAsync(Item("log"))).EvidenceId;
        var open = (await facts.ReceiveAsync(Item("forged") with { Verified = false })).EvidenceId;
        await facts.RefuseAsync(
            Refusal(1, incident), Refusal(2, incident, "Ann@example.net", 1), Refusal(3, incident, "ann@example.net", 2),
            Refusal(4, incident, "bob@example.net", 3), Refusal(5, incident, "late@example.net", 90));
        await facts.Database.WriteAsync(
            transaction => new RefusalWriter().LinkEvidenceAsync(
                One, [new EvidenceLink(1, vouched), new EvidenceLink(2, vouched), new EvidenceLink(3, open), new EvidenceLink(4, open)], transaction, default),
            default);
        var reader = new RetryCohortReader(facts.Database);

        var rows = await reader.ListAsync(One, incident, T0, T0.AddHours(1), 10, default);

        Assert.Equal([("Ann@example.net", 2L, true), ("bob@example.net", 4L, false)], rows.Select(row => (row.Recipient, row.RefusalId, row.Verified)));
        Assert.Single(await reader.ListAsync(One, incident, T0, T0.AddHours(1), 1, default));
        Assert.Empty(await reader.ListAsync(Two, incident, T0, T0.AddHours(1), 10, default));
    }

    [Fact]
    public async Task Stop_Twice_TheFirstReasonStays()
    {
        using var facts = await NewAsync();
        var (writer, reader) = (new SendingStopWriter(), new SendingStopReader(facts.Database));

        Assert.True(await facts.Database.WriteAsync(Turn.Of(One), transaction => writer.StopAsync(One, "ann", "first", T0, transaction, default), default));
        Assert.False(await facts.Database.WriteAsync(Turn.Of(One), transaction => writer.StopAsync(One, "bob", "second", T0, transaction, default), default));
        Assert.Equal("first", Assert.Single(await reader.ListAsync(One, default)).Reason);
        Assert.Empty(await reader.ListAsync(Two, default));
        Assert.True(await facts.Database.WriteAsync(Turn.Of(One), transaction => writer.ResumeAsync(One, transaction, default), default));
        Assert.False(await facts.Database.WriteAsync(Turn.Of(One), transaction => writer.ResumeAsync(One, transaction, default), default));
    }

    [Fact]
    public async Task Settings_Saved_ReadAgainAndOnlyThere()
    {
        using var facts = await NewAsync();
        var (writer, reader) = (new RetrySettingWriter(), new RetrySettingReader(facts.Database));
        var wanted = new RetrySettingRow { FourEyes = FourEyes.Always, PerDay = 5, HoursFrom = 60, HoursUntil = 30, HoursZone = "Europe/Berlin", ApproveEachStage = false };

        foreach (var setting in (RetrySettingRow[])[new RetrySettingRow { PerDay = 1 }, wanted])
        {
            await facts.Database.WriteAsync(Turn.Of(One), transaction => writer.SaveAsync(One, setting, transaction, default), default);
        }

        Assert.Equal(wanted, await reader.ReadAsync(One, default));
        Assert.Equal(new RetrySettingRow(), await reader.ReadAsync(Two, default));
    }

    [Fact]
    public async Task Identity_OnAServer_TheSameTwiceAndAnotherForAnotherTable()
    {
        using var facts = await NewAsync();
        var reader = new SendingIdentityReader(facts.Database);
        if (!reader.IsOnServer)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => reader.OnServerAsync(true, default));
            return;
        }

        var (first, second, partly) = (await reader.OnServerAsync(true, default), await reader.OnServerAsync(true, default), await reader.OnServerAsync(false, default));

        Assert.Equal(first, second);
        Assert.EndsWith(partly, first, StringComparison.Ordinal);
        // What pg_restore --clean does.
        await facts.RunAsync("ALTER TABLE retry_batch RENAME TO retry_batch_old");
        await facts.RunAsync("CREATE TABLE retry_batch (LIKE retry_batch_old)");
        Assert.NotEqual(first, await reader.OnServerAsync(true, default));
    }
}
