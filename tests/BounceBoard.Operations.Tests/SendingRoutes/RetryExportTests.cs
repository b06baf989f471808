using System.Net;
using BounceBoard.Core;
using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.SendingRoutes;
using BounceBoard.Operations.RetryBatches;
using BounceBoard.Operations.SendingRoutes;
using BounceBoard.Operations.Tests.RetryBatches.Sending;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Audit;
using BounceBoard.TestKit.Retries;
using Xunit;
using static BounceBoard.TestKit.Installations.TestInstallation;

namespace BounceBoard.Operations.Tests.SendingRoutes;

/// <summary>A platform that must send itself gets its recipients once, and tells what became of them.</summary>
public sealed class RetryExportTests
{
    private static readonly PlannedBatch Export = new() { Kind = SendingRouteKind.Export, Stages = [3], MayLose = 1 };

    [Fact]
    public async Task Download_Twice_IsTheSameFileAndHandsOverOnce()
    {
        await using var house = await SendingHouse.OpenAsync();
        var id = await SentAsync(house);

        var first = await DownloadAsync(house, id);
        var second = await DownloadAsync(house, id);

        Assert.Equal(first.Lines, second.Lines);
        Assert.Equal(["P1@example.test", "P2@example.test", "P3@example.test"], first.Lines.Skip(1).Select(line => SafeCsv.Read(line)[1]));
        Assert.Equal(Enumerable.Repeat(AttemptState.Submitted, 3), await house.StatesAsync(id));
        var notes = await house.Intake.Get<AuditReader>().ListAsync(house.Tenant, new AuditFilter { Action = "retry.download" }, 10, null, default);
        Assert.Equal(["stage 1, 3 recipients, 0 of them for the first time", "stage 1, 3 recipients, 3 of them for the first time"], notes.Select(line => line.Detail));
    }

    [Fact]
    public async Task Download_WhileSendingIsStopped_HandsNobodyOver()
    {
        await using var house = await SendingHouse.OpenAsync();
        var id = await SentAsync(house);
        Assert.True((await house.Intake.Get<SendingStops>().StopAsync(Actor.System, house.Tenant, "Stopped for a test.", default)).IsDone);

        var refused = await house.Intake.Get<RetryExport>().DownloadAsync(Actor.System, house.Tenant, 1, default);

        Assert.Contains("nobody to hand over", refused.Problem, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Repeat(AttemptState.Planned, 3), await house.StatesAsync(id));
    }

    [Fact]
    public async Task Download_AfterTheAllowedHours_HandsNobodyOver()
    {
        await using var house = await SendingHouse.OpenAsync();
        // The clock says 12:00.
        var id = await house.PlanAsync(Export with { Limits = Export.Limits with { HoursFrom = 11 * 60, HoursUntil = 13 * 60 } });
        await house.SendAsync();
        house.Intake.Time.Advance(TimeSpan.FromHours(2));

        var refused = await house.Intake.Get<RetryExport>().DownloadAsync(Actor.System, house.Tenant, 1, default);

        Assert.Contains("11:00 UTC", refused.Problem, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Repeat(AttemptState.Planned, 3), await house.StatesAsync(id));
    }

    [Fact]
    public async Task Download_ByAStranger_IsRefused()
    {
        await using var house = await SendingHouse.OpenAsync();
        var id = await SentAsync(house);

        Assert.NotNull((await house.Intake.Get<RetryExport>().DownloadAsync(Actor.Person(4711, "user@example.net"), house.Tenant, 1, default)).Problem);
        Assert.Equal(Enumerable.Repeat(AttemptState.Planned, 3), await house.StatesAsync(id));
    }

    [Fact]
    public async Task Take_OutcomesOfAPlatform_SettleAttemptsAndFileRefusals()
    {
        await using var house = await SendingHouse.OpenAsync();
        var id = await SentAsync(house);
        var tokens = (await DownloadAsync(house, id)).Lines.Skip(1).Select(line => SafeCsv.Read(line)[0]).ToList();
        PostedOutcome[] told =
        [
            Told(tokens[0], PostedOutcomeKind.Delivered, 250, "2.1.5"), Told(tokens[1], PostedOutcomeKind.Refused, 550, "5.1.1"),
            Told(tokens[2], PostedOutcomeKind.Deferred, 451, "4.7.1"), Told("aaaa", PostedOutcomeKind.Refused, 550, "5.1.1"),
        ];

        var receipt = Value(await house.Intake.Get<PostedOutcomes>().TakeAsync(Actor.System, house.Tenant, told, default));
        var again = Value(await house.Intake.Get<PostedOutcomes>().TakeAsync(Actor.System, house.Tenant, told[..2], default));

        Assert.Equal((3, 0, "aaaa"), (receipt.Taken, receipt.Again, Assert.Single(receipt.Unknown)));
        Assert.Equal((0, 2), (again.Taken, again.Again));
        Assert.Equal([AttemptState.Accepted, AttemptState.Refused, AttemptState.Submitted], await house.StatesAsync(id));
        Assert.Equal(OutcomeSource.Platform, (await house.AttemptsAsync(id))[0].OutcomeSource);
        Assert.Contains("p2@example.test", (await house.RetriedAsync()).Select(row => row.RecipientKey));
    }

    [Fact]
    public async Task Take_TokenOfSomebodyWhoWasNotHandedOver_IsUnknown()
    {
        await using var house = await SendingHouse.OpenAsync();
        var id = await SentAsync(house);
        var token = await house.Intake.Get<Operations.RetryBatches.Sending.RetryTokens>().TokenAsync(house.Tenant, (await house.AttemptsAsync(id))[0].Id, default);

        var receipt = Value(await house.Intake.Get<PostedOutcomes>().TakeAsync(
            Actor.System, house.Tenant, [Told(token, PostedOutcomeKind.Delivered, 250, "2.1.5")], default));

        Assert.Equal((0, token), (receipt.Taken, Assert.Single(receipt.Unknown)));
        Assert.Equal(Enumerable.Repeat(AttemptState.Planned, 3), await house.StatesAsync(id));
    }

    // Approved and due: the desk begins the stage and waits for somebody who downloads it.
    private static async Task<long> SentAsync(SendingHouse house)
    {
        var id = await house.PlanAsync(Export);
        await house.SendAsync();
        Assert.Equal(RetryBatchState.Sending, (await house.BatchAsync(id)).State);
        return id;
    }

    private static async Task<RetryExportFile> DownloadAsync(SendingHouse house, long id) => Value(
        await house.Intake.Get<RetryExport>().DownloadAsync(Actor.System, house.Tenant, (await house.BatchAsync(id)).Number, default));

    private static PostedOutcome Told(string token, PostedOutcomeKind kind, int code, string status) =>
        new(token, kind, code, status, $"{code} {status} said the server", "mx1.example.test", IPAddress.Parse("198.51.100.7"), null);
}
