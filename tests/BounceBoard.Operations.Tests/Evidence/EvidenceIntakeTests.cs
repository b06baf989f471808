using BounceBoard.Core.Bounces;
using BounceBoard.Core.Evidence;
using BounceBoard.Core.Incidents;
using BounceBoard.Core.Verdicts;
using BounceBoard.Storage.Incidents;
using BounceBoard.TestKit.Evidence;
using Xunit;

namespace BounceBoard.Operations.Tests.Evidence;

/// <summary>From bytes to refusals, incidents and counts.</summary>
public sealed class EvidenceIntakeTests
{
    private static readonly DateTimeOffset At = new(2026, 5, 16, 7, 2, 11, TimeSpan.Zero);

    [Fact]
    public async Task Receive_OneDsn_BecomesOneRefusalOfOneIncident()
    {
        await using var house = await IntakeHouse.OpenAsync();

        var result = await house.ReceiveAsync(new SampleDsn().ToBytes());

        var item = Assert.Single(result.Items);
        Assert.Equal((IntakeOutcome.Stored, 1, null), (item.Outcome, item.Bounces, item.Reason));
        var refusal = Assert.Single(await house.RefusalsAsync());
        Assert.Equal(("user@example.test", 550, "5.7.1", BounceCategory.RelayDenied), (refusal.Recipient, refusal.ReplyCode, refusal.Status, refusal.Category));
        Assert.Equal(At, refusal.OccurredAt);
        var incident = await house.IncidentAsync();
        Assert.Equal((1, 1, 1, IncidentState.Open), (incident.Number, incident.Refusals, incident.People, incident.State));
        Assert.NotNull(incident.Verdict);
    }

    [Fact]
    public async Task Receive_TheSameBytesTwice_FoldIntoOneEvidence()
    {
        await using var house = await IntakeHouse.OpenAsync();
        var first = await house.ReceiveAsync(new SampleDsn().ToBytes());

        var second = await house.ReceiveAsync(new SampleDsn().ToBytes(), name: "again.eml");

        Assert.Equal(IntakeOutcome.Duplicate, Assert.Single(second.Items).Outcome);
        Assert.Equal(first.Items[0].EvidenceId, second.Items[0].EvidenceId);
        Assert.Single(await house.RefusalsAsync());
        var counts = await house.Evidence.CountsAsync(house.Tenant, default);
        Assert.Equal((2, 1, 1, 0, 0), (counts.Received, counts.Stored, counts.Duplicates, counts.Quarantined, counts.Waiting));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Receive_LogAndDsnOfOneRefusal_FoldIntoOneWithAllFields(bool logFirst)
    {
        await using var house = await IntakeHouse.OpenAsync();
        var log = new SampleLog().Refused(At, "user@example.test").ToBytes();
        var dsn = new SampleDsn { RemoteIp = null }.ToBytes();

        await house.ReceiveAsync(logFirst ? log : dsn, name: "a");
        await house.ReceiveAsync(logFirst ? dsn : log, name: "b");

        var refusal = Assert.Single(await house.RefusalsAsync());
        Assert.Equal("198.51.100.7", refusal.RemoteIp?.ToString());
        Assert.Equal("m1@sender.test", refusal.MessageId);
        Assert.NotNull(refusal.QueueId);
        Assert.Equal(2, (await house.Evidence.ListByRefusalAsync(house.Tenant, refusal.Id, default)).Count);
        Assert.Equal((1, 1), ((await house.IncidentAsync()).Refusals, (await house.IncidentAsync()).People));
    }

    [Fact]
    public async Task Receive_OnePersonSpelledTwice_CountsOnce()
    {
        await using var house = await IntakeHouse.OpenAsync();
        await house.ReceiveAsync(new SampleDsn { Recipient = "User@example.test", MessageId = "a@sender.test" }.ToBytes());
        await house.ReceiveAsync(new SampleDsn { Recipient = "user@example.test", MessageId = "b@sender.test" }.ToBytes());

        var incident = await house.IncidentAsync();

        Assert.Equal((2, 1), (incident.Refusals, incident.People));
    }

    [Theory]
    [InlineData(-1, IncidentState.Resolved)]
    [InlineData(1, IncidentState.Open)]
    public async Task Receive_AfterTheIncidentWasClosed_EventTimeDecides(int hoursAfterClosing, IncidentState expected)
    {
        await using var house = await IntakeHouse.OpenAsync();
        await house.ReceiveAsync(new SampleDsn().ToBytes());
        var closedAt = At.AddHours(2);
        var id = (await house.IncidentAsync()).Id;
        await house.Database.WriteAsync(
            transaction => house.Get<IncidentWriter>().TryMoveAsync(
                house.Tenant, id, IncidentState.Open, IncidentState.Resolved, closedAt, transaction, default),
            default);

        await house.ReceiveAsync(new SampleDsn { MessageId = "late@sender.test", At = closedAt.AddHours(hoursAfterClosing) }.ToBytes());

        var incident = await house.IncidentAsync();
        Assert.Equal((expected, 2), (incident.State, incident.Refusals));
    }

    [Fact]
    public async Task Receive_NotABounce_IsParsedAndSaysSo()
    {
        await using var house = await IntakeHouse.OpenAsync();

        var result = await house.ReceiveAsync("From: a@example.test\nTo: b@example.test\nSubject: lunch\n\nAt noon?\n"u8.ToArray());

        var item = Assert.Single(result.Items);
        Assert.Equal((IntakeOutcome.Stored, 0, "Not a bounce."), (item.Outcome, item.Bounces, item.Reason));
        Assert.Empty(await house.Incidents.ListAsync(house.Tenant, IncidentFilter.All, default));
    }

    [Fact]
    public async Task Receive_Unreadable_IsKeptInQuarantineWithItsReason()
    {
        await using var house = await IntakeHouse.OpenAsync();
        var bytes = new byte[] { 0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3, 4 };

        var result = await house.ReceiveAsync(bytes, name: "x.msg");

        var item = Assert.Single(result.Items);
        Assert.Equal(IntakeOutcome.Quarantined, item.Outcome);
        Assert.NotNull(item.Reason);
        Assert.Equal(bytes, await house.Evidence.ContentAsync(house.Tenant, item.EvidenceId, default));
        Assert.Equal("1 received = 0 stored + 0 duplicates + 1 quarantined", result.ToString());
    }

    [Fact]
    public async Task Receive_UnverifiedDsn_IsBelievedOnceALogKnowsItsMessage()
    {
        await using var house = await IntakeHouse.OpenAsync();
        await house.ReceiveAsync(new SampleDsn().ToBytes(), verified: false);
        Assert.False(Assert.Single(await house.RefusalsAsync()).Verified);

        await house.ReceiveAsync(new SampleLog().Refused(At, "user@example.test").ToBytes(), name: "mail.log");

        Assert.True(Assert.Single(await house.RefusalsAsync()).Verified);
    }

    [Fact]
    public async Task Receive_TwoAtOnceWithTheSameBytes_OneIsADuplicate()
    {
        await using var house = await IntakeHouse.OpenAsync();
        var bytes = new SampleDsn().ToBytes();

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => house.ReceiveAsync(bytes))));

        Assert.Equal(1, results.Sum(result => result.Stored));
        Assert.Equal(7, results.Sum(result => result.Duplicates));
        Assert.Single(await house.RefusalsAsync());
    }

    [Fact]
    public async Task Receive_ALog_CountsDeliveriesAndRefusals()
    {
        await using var house = await IntakeHouse.OpenAsync();
        var log = new SampleLog().Refused(At, "user@example.test");
        for (var i = 0; i < 12; i++)
        {
            log.Delivered(At.AddMinutes(i), $"p{i}@example.test", $"d{i}@sender.test");
        }

        await house.ReceiveAsync(log.ToBytes(), name: "mail.log");

        var counts = Assert.Single(
            await house.Get<Storage.Bounces.DeliveryHourReader>().ByPoolAsync(house.Tenant, "example.test", At, At.AddHours(1), default));
        Assert.Equal((12, 0, 1), (counts.Accepted, counts.Deferred, counts.Refused));
    }

    [Fact]
    public async Task Decide_WithoutAnythingNew_AppendsNothing()
    {
        await using var house = await IntakeHouse.OpenAsync();
        await house.ReceiveAsync(new SampleDsn().ToBytes());
        var incident = await house.IncidentAsync();

        Assert.False(await house.Desk.DecideAsync(house.Tenant, incident.Id, default));

        var verdict = Assert.Single(await house.Verdicts.HistoryAsync(house.Tenant, incident.Id, 10, null, default));
        Assert.NotEmpty(verdict.EvidenceIds);
        Assert.NotEmpty(verdict.Finding.Reasons);
        Assert.NotEqual(Verdict.Suppress, verdict.Verdict);
    }
}
