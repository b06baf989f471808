using BounceBoard.Core.Webhooks;
using BounceBoard.Operations.Sources;
using BounceBoard.Operations.Tests.Webhooks;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Audit;
using BounceBoard.Storage.Sources;
using Xunit;

namespace BounceBoard.Operations.Tests.Sources;

public sealed class SourceWatchTests
{
    [Fact]
    public async Task Run_SilentForLonger_RaisesOnceAndTakesBackWhenHeard()
    {
        await using var made = await WebhookHouse.OpenAsync(WebhookProvider.Postmark);
        await WatchAsync(made, 2);

        Assert.Equal(0, await RunAsync(made));
        made.House.Time.Advance(TimeSpan.FromHours(2));
        Assert.Equal(1, await RunAsync(made));
        Assert.Equal(0, await RunAsync(made));
        Assert.Equal(made.House.Time.GetUtcNow(), Assert.Single(await SilentAsync(made)).SilentSince);

        await made.PostAsync("{}", ("Authorization", $"Bearer {made.Password}"));
        Assert.Equal(1, await RunAsync(made));
        Assert.Empty(await SilentAsync(made));
        Assert.Equal(["source.heard", "source.silent"], await AlarmsAsync(made));
    }

    [Fact]
    public async Task Run_NotWatched_IsNeverSilent()
    {
        await using var made = await WebhookHouse.OpenAsync(WebhookProvider.Postmark);
        await WatchAsync(made, null);
        made.House.Time.Advance(TimeSpan.FromDays(300));

        Assert.Equal(0, await RunAsync(made));
    }

    [Fact]
    public async Task Run_TwoTenants_EachHearsOfItsOwnOnly()
    {
        await using var made = await WebhookHouse.OpenAsync(WebhookProvider.Postmark);
        var (other, theirs) = await made.House.AddTenantAsync("other");
        await WatchAsync(made, null);
        Assert.Null((await Administration(made).SetSilenceAsync(Actor.System, other, theirs, 1, default)).Problem);
        made.House.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(1, await RunAsync(made));

        Assert.Empty(await SilentAsync(made));
        Assert.Equal(theirs, Assert.Single(await made.House.Get<SourceReader>().ListSilentAsync(other, default)).Id);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(745)]
    public async Task SetSilence_NoSensibleTime_IsRefused(int hours)
    {
        await using var made = await WebhookHouse.OpenAsync(WebhookProvider.Postmark);

        Assert.NotNull((await Administration(made).SetSilenceAsync(Actor.System, made.House.Tenant, made.Id, hours, default)).Problem);
    }

    [Fact]
    public async Task SetSilence_OfAnotherTenantsSource_IsRefused()
    {
        await using var made = await WebhookHouse.OpenAsync(WebhookProvider.Postmark);
        var (other, _) = await made.House.AddTenantAsync("other");

        Assert.NotNull((await Administration(made).SetSilenceAsync(Actor.System, other, made.Id, 1, default)).Problem);
    }

    [Fact]
    public async Task Run_ForgetsPostsWhoseSignatureIsOver()
    {
        await using var made = await WebhookHouse.OpenAsync(WebhookProvider.Postmark);
        var header = ("Authorization", $"Bearer {made.Password}");
        await made.PostAsync("{}", header);
        made.House.Time.Advance(TimeSpan.FromHours(49));

        await RunAsync(made);

        Assert.IsType<Operations.Webhooks.WebhookOutcome.Stored>(await made.PostAsync("{}", header));
    }

    private static SourceAdministration Administration(WebhookHouse made) => made.House.Get<SourceAdministration>();

    private static Task<int> RunAsync(WebhookHouse made) => made.House.Get<SourceWatch>().RunAsync(default);

    private static async Task WatchAsync(WebhookHouse made, int? hours) =>
        Assert.Null((await Administration(made).SetSilenceAsync(Actor.System, made.House.Tenant, made.Id, hours, default)).Problem);

    private static Task<IReadOnlyList<SourceRow>> SilentAsync(WebhookHouse made) =>
        made.House.Get<SourceReader>().ListSilentAsync(made.House.Tenant, default);

    private static async Task<IEnumerable<string>> AlarmsAsync(WebhookHouse made) =>
        (await made.House.Get<AuditReader>().ListAsync(made.House.Tenant, AuditFilter.All, 100, null, default))
            .Select(entry => entry.Action).Where(action => action is "source.silent" or "source.heard");
}
