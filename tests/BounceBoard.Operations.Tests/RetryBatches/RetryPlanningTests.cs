using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.SendingRoutes;
using BounceBoard.Core.Suppressions;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.RetryBatches;
using BounceBoard.Operations.Suppressions;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.RetryBatches;
using BounceBoard.Storage.SendingRoutes;
using BounceBoard.TestKit.Evidence;
using BounceBoard.TestKit.Storage;
using Xunit;
using static BounceBoard.TestKit.Installations.TestInstallation;

namespace BounceBoard.Operations.Tests.RetryBatches;

public sealed class RetryPlanningTests
{
    [Fact]
    public async Task Preview_Twice_TheSamePlanWithEverythingAndEverybodyOnce()
    {
        await using var house = await RetryHouse.OpenAsync();

        var (first, second) = (await house.PreviewAsync(), await house.PreviewAsync());

        Assert.Equal(first.PlanHash, second.PlanHash);
        Assert.Equal(first.Plan.CohortHash, second.Plan.CohortHash);
        Assert.NotEqual(first.Attempts[0].MessageId, second.Attempts[0].MessageId);
        Assert.Equal([5, 6, 5, 4], first.Plan.Stages.Select(stage => stage.People));
        Assert.Equal(20, first.Attempts.Select(row => row.RecipientKey).Distinct().Count());
        Assert.All(first.Attempts, row => Assert.StartsWith("Person", row.Recipient, StringComparison.Ordinal));
        Assert.Equal((20, 0, 10), (first.Plan.People, first.Plan.Originals, first.Plan.Limits.RatePerMinute));
        Assert.Contains(first.Plan.PathDiffers, words => words.Contains("20 of 20 get the test message", StringComparison.Ordinal));
        Assert.DoesNotContain(first.Plan.Guards, guard => guard is { Blocks: true, Holds: false });
        Assert.Equal(11, (await house.PreviewAsync(house.Whole with { Scope = RetryScope.SampleOnly })).Plan.People);
    }

    [Fact]
    public async Task Preview_AnythingElseAskedFor_AnotherHash()
    {
        await using var house = await RetryHouse.OpenAsync();
        var whole = house.Whole;
        RetryRequest[] others =
        [
            whole, whole with { Scope = RetryScope.SampleOnly }, whole with { SampleSize = 12 }, whole with { RatePerMinute = 2 },
            whole with { NotBefore = house.Now.AddHours(3) }, whole with { HoursFrom = 540, HoursUntil = 1020 },
        ];
        var hashes = new List<string>();
        foreach (var other in others)
        {
            hashes.Add((await house.PreviewAsync(other)).PlanHash);
        }
        Assert.Equal(others.Length, hashes.Distinct().Count());
    }

    [Fact]
    public async Task Preview_WhoMayNotBeSentTo_LeftOutWithTheReason()
    {
        await using var house = await RetryHouse.OpenAsync(12);
        var suppressions = house.Get<SuppressionAdministration>();
        Value(await suppressions.AddAsync(Actor.System, house.Tenant, "person1@EXAMPLE.test", SuppressionReason.Manual, "", default));
        Value(await suppressions.AddAsync(Actor.System, house.Tenant, "person2@example.test", SuppressionReason.Complaint, "", default));
        Value(await suppressions.AddAsync(Actor.System, house.Tenant, "person3@example.test", SuppressionReason.Unsubscribe, "", default));
        Value(await suppressions.AddAsync(Actor.System, house.Tenant, "person4@example.test", SuppressionReason.Manual, "", default));
        Value(await suppressions.MoveAsync(Actor.System, house.Tenant, ["person4@example.test"], SuppressionEvent.Release, "it works again", default));
        await house.Intake.ReceiveAsync(new SampleDsn { Recipient = "forged@example.test", MessageId = "x1@sender.test" }.ToBytes(), verified: false);
        await house.Intake.Database.RunAsync("UPDATE refusal SET sender = 'news@other.test' WHERE recipient_key = 'person5@example.test'");
        await house.Intake.Database.RunAsync("UPDATE refusal SET recipient = 'a%b@example.test' WHERE recipient_key = 'person6@example.test'");
        await house.Intake.Database.RunAsync("UPDATE refusal SET sender = NULL WHERE recipient_key = 'person7@example.test'");

        var plan = (await house.PreviewAsync()).Plan;

        Assert.Equal(
            ["complained", "no sender is known", "nobody vouches for the refusal", "sent from other.test, which is none of the tenant's domains",
                "spelled in a way that is not sent", "suppressed", "unsubscribed"],
            plan.LeftOut.Select(one => one.Reason));
        Assert.All(plan.LeftOut, one => Assert.Equal(1, one.People));
        Assert.Equal(6, plan.People);
    }

    [Fact]
    public async Task Preview_TriedAsOftenAsAllowedOrReachedOrWaiting_LeftOut()
    {
        await using var house = await RetryHouse.OpenAsync(14);
        var batch = await house.RequestAsync(house.Whole with { SampleSize = 3, Scope = RetryScope.SampleOnly });
        Assert.Equal("in another batch that is not finished", Assert.Single((await house.PreviewAsync()).Plan.LeftOut).Reason);

        var at = house.Now.ToUnixTimeMilliseconds();
        await house.Intake.Database.RunAsync($"UPDATE retry_batch SET state = 'Completed', ended_at = {at}");
        await house.Intake.Database.RunAsync($"UPDATE retry_attempt SET state = 'Refused', handed_at = {at} WHERE position = 1");
        await house.Intake.Database.RunAsync($"UPDATE retry_attempt SET state = 'InDoubt', handed_at = {at} WHERE position = 2");
        await house.SettingAsync(new RetrySettingRow { PerPerson = 1, PerPersonDays = 7 });

        Assert.Equal(["had a retry since", "tried 1 times in 7 days"], (await house.PreviewAsync()).Plan.LeftOut.Select(one => one.Reason));
        house.Intake.Time.Advance(TimeSpan.FromDays(8));
        Assert.Equal(["had a retry since"], (await house.PreviewAsync()).Plan.LeftOut.Select(one => one.Reason));
        Assert.Equal(3, batch.People);
    }

    [Fact]
    public async Task Preview_BounceHoldsTheOriginalWhole_ItIsPlannedAndCounted()
    {
        await using var house = await RetryHouse.OpenAsync(3);
        var dsn = new SampleDsn { Recipient = "Whole@example.test", MessageId = "whole@sender.test" }.ToString()
            .Replace("text/rfc822-headers", "message/rfc822", StringComparison.Ordinal)
            .Replace("\n\n--b1--", "\n\nGood morning.\n\n--b1--", StringComparison.Ordinal).ReplaceLineEndings("\r\n");
        await house.Intake.ReceiveAsync(System.Text.Encoding.ASCII.GetBytes(dsn));
        await house.Intake.Database.RunAsync("UPDATE refusal SET sender = 'news@sender.test' WHERE recipient_key = 'whole@example.test'");

        var draft = await house.PreviewAsync();

        Assert.Equal(1, draft.Plan.Originals);
        Assert.Equal("Whole@example.test", Assert.Single(draft.Attempts, row => row.OriginalId is not null).Recipient);
        var export = RetryHouse.NewRoute(77) with { Kind = SendingRouteKind.Export };
        await house.AddRouteAsync(export);
        Assert.Equal(0, (await house.PreviewAsync(house.Whole with { RouteId = export.Id })).Plan.Originals);
    }

    [Theory]
    [InlineData("UPDATE sending_route SET test_passed = NULL, tested_at = NULL", "never tested")]
    [InlineData("UPDATE sending_route SET revision = 2", "changed after its last test")]
    [InlineData("UPDATE incident SET verdict = 'Suppress'", "verdict is Suppress")]
    [InlineData("INSERT INTO sending_stop (tenant_id, stopped_at, stopped_by, reason) VALUES (0, 0, 'owner', 'storm')", "of the installation")]
    [InlineData("UPDATE sending_route SET kind = 'Direct'", "Retries:AllowDirect")]
    [InlineData("UPDATE sending_route SET per_day = 0", "All 0 are sent")]
    public async Task Preview_WhatMustHoldDoesNot_BlocksAndSaysWhy(string sql, string words)
    {
        await using var house = await RetryHouse.OpenAsync();
        await house.Intake.Database.RunAsync(sql);

        var against = (await house.PreviewAsync()).Plan.Guards.Where(guard => guard is { Blocks: true, Holds: false }).ToList();

        Assert.Contains(words, Assert.Single(against).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_WrongRequestOrPerson_RefusedWithWords()
    {
        await using var house = await RetryHouse.OpenAsync(3);
        var planning = house.Get<RetryPlanning>();
        RetryRequest[] wrong =
        [
            house.Whole with { RouteId = 5 }, house.Whole with { SampleSize = 2 }, house.Whole with { RatePerMinute = 0 }, house.Whole with { HoursFrom = 5 },
            house.Whole with { HoursFrom = 5, HoursUntil = 6, Zone = "Mars/North" }, house.Whole with { NotBefore = house.Now.AddDays(31) },
        ];
        foreach (var request in wrong)
        {
            Assert.NotNull((await planning.PreviewAsync(house.Requester, house.Tenant, house.Incident, request, default)).Problem);
        }
        Assert.NotNull((await planning.PreviewAsync(house.Approver, house.Tenant, house.Incident, house.Whole, default)).Problem);
        Assert.NotNull((await planning.PreviewAsync(house.Requester, new TenantId(1), house.Incident, house.Whole, default)).Problem);
        Assert.NotNull((await planning.PreviewAsync(house.Requester, house.Tenant, 1, house.Whole, default)).Problem);
        await house.SettingAsync(new RetrySettingRow { HoursFrom = 1320, HoursUntil = 360 });
        Assert.NotNull((await planning.PreviewAsync(house.Requester, house.Tenant, house.Incident, house.Whole with { HoursFrom = 1200, HoursUntil = 300 }, default)).Problem);
        Assert.Null((await planning.PreviewAsync(house.Requester, house.Tenant, house.Incident, house.Whole with { HoursFrom = 1380, HoursUntil = 300 }, default)).Problem);
    }
}
