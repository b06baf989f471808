using BounceBoard.Core.Evidence;
using BounceBoard.Storage.Evidence;
using BounceBoard.TestKit.Evidence;
using BounceBoard.TestKit.Storage;
using Xunit;

namespace BounceBoard.Operations.Tests.Evidence;

/// <summary>One bad item holds up nobody, and a stop loses nothing.</summary>
public sealed class EvidenceParsingTests
{
    [Fact]
    public async Task ParseDue_APoisonItem_IsQuarantinedAfterThreeAttemptsAndTheOthersGoOn()
    {
        await using var house = await IntakeHouse.OpenAsync();
        // A fault that the data itself brings about, at the deepest place: the insert of its refusal.
        await house.Database.RefuseRowsAsync("refusal", "NEW.recipient = 'poison@example.test'");
        var mails = Enumerable.Range(0, 20).Select(i => new SampleDsn
        {
            Recipient = i == 7 ? "poison@example.test" : $"p{i}@example.test",
            MessageId = $"m{i}@sender.test",
        });
        var mbox = mails.SelectMany(mail => "From MAILER-DAEMON Sat May 16 07:02:11 2026\n"u8.ToArray().Concat(
            System.Text.Encoding.ASCII.GetBytes(mail.ToString())).Concat("\n"u8.ToArray())).ToArray();

        var result = await house.ReceiveAsync(mbox, name: "box.mbox");
        Assert.Equal(20, result.Stored);
        Assert.Equal(19, (await house.IncidentAsync()).Refusals);
        Assert.Equal(0, await house.Parsing.ParseDueAsync(default));
        for (var attempt = 2; attempt <= 3; attempt++)
        {
            house.Time.Advance(TimeSpan.FromMinutes(1));
            await house.Parsing.ParseDueAsync(default);
        }

        var counts = await house.Evidence.CountsAsync(house.Tenant, default);
        Assert.Equal((20, 19, 0, 1, 0), (counts.Received, counts.Stored, counts.Duplicates, counts.Quarantined, counts.Waiting));
        var bad = Assert.Single(await house.Evidence.ListAsync(
            house.Tenant, new EvidenceFilter(EvidenceState.Quarantined), 10, null, default));
        Assert.Contains("three attempts", bad.Reason, StringComparison.Ordinal);
        Assert.NotEmpty(await house.Evidence.ContentAsync(house.Tenant, bad.Id, default) ?? []);
    }

    [Fact]
    public async Task ParseDue_AfterAStopBetweenCommitAndParsing_FinishesEachItemOnce()
    {
        await using var house = await IntakeHouse.OpenAsync();
        await house.ReceiveAsync(new SampleDsn().ToBytes());
        await house.Database.RunAsync("UPDATE evidence SET state = 'Received', attempts = 1, lease_until = 0");

        Assert.Equal(1, await house.Parsing.ParseDueAsync(default));
        Assert.Equal(0, await house.Parsing.ParseDueAsync(default));

        Assert.Equal((1, 1), ((await house.IncidentAsync()).Refusals, (await house.IncidentAsync()).People));
        Assert.Single(await house.RefusalsAsync());
    }

    [Fact]
    public async Task ParseDue_AnItemThatEndedTheProgramThreeTimes_IsQuarantinedUnread()
    {
        await using var house = await IntakeHouse.OpenAsync();
        await house.ReceiveAsync(new SampleDsn().ToBytes());
        await house.Database.RunAsync("UPDATE evidence SET state = 'Received', attempts = 3, lease_until = 0");

        await house.Parsing.ParseDueAsync(default);

        Assert.Equal(1, (await house.Evidence.CountsAsync(house.Tenant, default)).Quarantined);
    }
}
