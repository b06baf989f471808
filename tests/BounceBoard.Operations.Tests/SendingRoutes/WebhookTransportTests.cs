using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.SendingRoutes;
using BounceBoard.Operations.RetryBatches.Sending;
using BounceBoard.Operations.SendingRoutes;
using BounceBoard.Operations.Tests.RetryBatches.Sending;
using BounceBoard.TestKit.Retries;
using Xunit;

namespace BounceBoard.Operations.Tests.SendingRoutes;

/// <summary>A platform is posted each recipient once, signed; what it answers is about the platform.</summary>
public sealed class WebhookTransportTests
{
    private const string Secret = "whsec_0123456789abcdef";

    [Fact]
    public async Task Post_ARecipient_SaysWhomAndWhatAndIsSigned()
    {
        await using var house = await SendingHouse.OpenAsync();
        var (plan, id) = await PlanAsync(house, 2);

        await house.SendAsync();

        var posts = house.Intake.Outside.Posted;
        Assert.Equal(2, posts.Count);
        var attempt = (await house.AttemptsAsync(id))[0];
        var token = await house.Intake.Get<RetryTokens>().TokenAsync(house.Tenant, attempt.Id, default);
        var (_, address, bytes, headers) = posts[0];
        Assert.Equal(RouteHouse.Hook, address.ToString());
        // Worked out here as the README tells receivers to.
        var seconds = house.Intake.Time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var proof = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{seconds}.").Concat(bytes).ToArray());
        Assert.Equal(
            [("BounceBoard-Id", token), ("BounceBoard-Signature", $"v1={Convert.ToHexStringLower(proof)}"), ("BounceBoard-Timestamp", seconds)],
            headers.OrderBy(header => header.Key, StringComparer.Ordinal).Select(header => (header.Key, header.Value)));
        Assert.Equal(
            $$$"""
            {"id":"{{{token}}}","test":false,"batch":"RB-1","stage":1,"attempt":"{{{token}}}","recipient":"{{{plan.Recipient(0)}}}","sender":"news@sender.test","messageId":"{{{attempt.MessageId}}}","send":"test","headers":{"Message-ID":"<{{{attempt.MessageId}}}>","X-BounceBoard-Attempt":"{{{token}}}","X-Pool":"bulk-2"}}
            """,
            JsonSerializer.Serialize(JsonDocument.Parse(bytes).RootElement, Plain));
        Assert.DoesNotContain(Secret, Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.NotEqual(headers["BounceBoard-Id"], posts[1].Headers["BounceBoard-Id"]);
    }

    [Theory]
    [InlineData(200, AttemptState.Submitted)]
    [InlineData(202, AttemptState.Submitted)]
    [InlineData(302, AttemptState.Deferred)]
    [InlineData(400, AttemptState.Deferred)]
    [InlineData(429, AttemptState.Deferred)]
    [InlineData(503, AttemptState.Deferred)]
    [InlineData(500, AttemptState.InDoubt)]
    [InlineData(502, AttemptState.InDoubt)]
    public async Task Answer_OfThePlatform_IsNoRefusalOfTheRecipientAndNeverPostedTwice(int status, AttemptState state)
    {
        await using var house = await SendingHouse.OpenAsync();
        var (_, id) = await PlanAsync(house, 1);
        house.Intake.Outside.Status = status;

        await house.SendAsync();
        await house.LaterAsync(TimeSpan.FromMinutes(20));

        Assert.Equal([state], await house.StatesAsync(id));
        Assert.Single(house.Intake.Outside.Posted);
        Assert.Empty(await house.RetriedAsync());
    }

    [Fact]
    public async Task Answer_LostAfterTheBody_IsInDoubtForGood()
    {
        await using var house = await SendingHouse.OpenAsync();
        var (_, id) = await PlanAsync(house, 3, mayLose: 3);
        house.Intake.Outside.LosesAnswers = true;

        await house.SendAsync();
        // Trouble is asked again more slowly; whoever was posted is not.
        foreach (var _ in Enumerable.Range(0, 10))
        {
            await house.LaterAsync(TimeSpan.FromMinutes(20));
        }

        Assert.Equal(Enumerable.Repeat(AttemptState.InDoubt, 3), await house.StatesAsync(id));
        Assert.Equal(3, house.Intake.Outside.Posted.Select(post => post.Headers["BounceBoard-Id"]).Distinct().Count());
        Assert.Equal(3, house.Intake.Outside.Posted.Count);
    }

    [Fact]
    public async Task Connection_ThatNeverStood_PostsEverybodyLaterAndOnce()
    {
        await using var house = await SendingHouse.OpenAsync();
        var (_, id) = await PlanAsync(house, 3);
        house.Intake.Outside.Status = 0;
        await house.SendAsync();
        Assert.Equal(Enumerable.Repeat(AttemptState.Planned, 3), await house.StatesAsync(id));

        house.Intake.Outside.Status = 204;
        await house.LaterAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(Enumerable.Repeat(AttemptState.Submitted, 3), await house.StatesAsync(id));
        Assert.Equal(3, house.Intake.Outside.Posted.Count);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(410)]
    public async Task Platform_ThatTurnsUsAway_HaltsAtOnce(int status)
    {
        await using var house = await SendingHouse.OpenAsync();
        var (_, id) = await PlanAsync(house, 4);
        house.Intake.Outside.Status = status;

        await house.SendAsync();

        var batch = await house.BatchAsync(id);
        Assert.Equal((RetryBatchState.Halted, $"Nothing more is taken from us: The platform answered HTTP {status}."), (batch.State, batch.EndReason));
        Assert.Equal([AttemptState.Deferred, AttemptState.Skipped, AttemptState.Skipped, AttemptState.Skipped], await house.StatesAsync(id));
        house.Intake.Outside.Status = 204;
        await house.LaterAsync(TimeSpan.FromHours(2));
        Assert.Single(house.Intake.Outside.Posted);
    }

    [Fact]
    public async Task Platform_InTroubleAgainAndAgain_IsAskedMoreSlowlyAndThenHalted()
    {
        await using var house = await SendingHouse.OpenAsync();
        var (_, id) = await PlanAsync(house, 9, mayLose: 9);
        house.Intake.Outside.Status = 503;

        await house.SendAsync();
        Assert.Single(house.Intake.Outside.Posted);
        await house.LaterAsync(TimeSpan.FromSeconds(59));
        Assert.Single(house.Intake.Outside.Posted);
        foreach (var _ in Enumerable.Range(0, 10))
        {
            await house.LaterAsync(TimeSpan.FromMinutes(9));
        }

        Assert.Equal((RetryBatchState.Halted, 5), ((await house.BatchAsync(id)).State, house.Intake.Outside.Posted.Count));
    }

    [Fact]
    public async Task Limits_HoldForPostsToo()
    {
        await using var house = await SendingHouse.OpenAsync();
        var (_, id) = await PlanAsync(house, 5, perDay: 2);

        await house.SendAsync();
        await house.LaterAsync(TimeSpan.FromHours(6));
        Assert.Equal(2, house.Intake.Outside.Posted.Count);

        await house.LaterAsync(TimeSpan.FromHours(7));
        Assert.Equal(4, house.Intake.Outside.Posted.Count);
        Assert.Equal(AttemptState.Planned, (await house.StatesAsync(id))[4]);
    }

    [Fact]
    public async Task Secret_ThatDoesNotOpen_PostsNothing()
    {
        await using var house = await SendingHouse.OpenAsync();
        var id = await house.PlanAsync(Webhook(house, 2) with { WithRoute = route => route with { Webhook = RouteHouse.Hook, SecretSealed = "of other keys" } });

        await house.SendAsync();

        Assert.Empty(house.Intake.Outside.Posted);
        Assert.All(await house.StatesAsync(id), state => Assert.Equal(AttemptState.Planned, state));
    }

    private static JsonSerializerOptions Plain { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static async Task<(PlannedBatch Plan, long Id)> PlanAsync(SendingHouse house, int people, int mayLose = 0, int perDay = 100)
    {
        var plan = Webhook(house, people) with { MayLose = mayLose, Limits = new PlannedBatch().Limits with { PerDay = perDay } };
        return (plan, await house.PlanAsync(plan));
    }

    private static PlannedBatch Webhook(SendingHouse house, int people) => new()
    {
        Kind = SendingRouteKind.Webhook,
        Stages = [people],
        MayLose = people,
        WithRoute = route => route with
        {
            Webhook = RouteHouse.Hook,
            PoolHeader = "X-Pool: bulk-2",
            SecretSealed = house.Intake.Get<SendingRouteSeal>().CloseSecret(house.Tenant, route.Id, Secret),
        },
    };
}
