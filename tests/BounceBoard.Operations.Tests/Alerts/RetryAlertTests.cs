using BounceBoard.Core.Alerts;
using BounceBoard.Core.RetryBatches;
using BounceBoard.Operations.Alerts;
using BounceBoard.Storage.Engines;
using BounceBoard.TestKit.Storage;
using Xunit;

namespace BounceBoard.Operations.Tests.Alerts;

/// <summary>Whoever may approve hears of what waits, once for each step, and not of what waits no more.</summary>
public sealed class RetryAlertTests
{
    [Fact]
    public async Task Waiting_ToldTwiceForOneStep_IsOneAlertWithTheNumberOfMails()
    {
        await using var made = await AlertHouse.OpenAsync();
        var batch = await AddAsync(made, RetryBatchState.AwaitingApproval, 1);
        await RaiseAsync(made, (outbox, transaction) => outbox.RetryWaitingAsync(made.Tenant, batch, 1, made.House.Time.GetUtcNow(), transaction, default));
        await RaiseAsync(made, (outbox, transaction) => outbox.RetryWaitingAsync(made.Tenant, batch, 1, made.House.Time.GetUtcNow(), transaction, default));

        await made.SendAsync();

        var alert = Assert.Single(made.Taken.SelectMany(message => message.GetProperty("alerts").EnumerateArray()));
        Assert.Equal("retryWaiting", alert.GetProperty("kind").GetString());
        Assert.Equal("Retry RB-1 waits for approval of step 1 of 2: 3 mails", alert.GetProperty("title").GetString());
        Assert.Equal("https://bounces.example/t/acme/retries/1", alert.GetProperty("url").GetString());
        Assert.DoesNotContain("asker", alert.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_ApprovedMeanwhile_IsToldToNobody()
    {
        await using var made = await AlertHouse.OpenAsync();
        var batch = await AddAsync(made, RetryBatchState.Approved, 1);
        await RaiseAsync(made, (outbox, transaction) => outbox.RetryWaitingAsync(made.Tenant, batch, 1, made.House.Time.GetUtcNow(), transaction, default));
        await made.SendAsync();
        Assert.Empty(made.Taken);
    }

    [Fact]
    public async Task HaltedAndInDoubt_SayWhyAndHowMany()
    {
        await using var made = await AlertHouse.OpenAsync();
        var batch = await AddAsync(made, RetryBatchState.Halted, 1, AttemptState.Refused, AttemptState.InDoubt, AttemptState.InDoubt);
        await RaiseAsync(made, (outbox, transaction) => outbox.RetryHaltedAsync(made.Tenant, batch, made.House.Time.GetUtcNow(), transaction, default));
        await RaiseAsync(made, (outbox, transaction) => outbox.RetryInDoubtAsync(made.Tenant, batch, 1, made.House.Time.GetUtcNow(), transaction, default));

        await made.SendAsync();

        var alerts = made.Taken.SelectMany(message => message.GetProperty("alerts").EnumerateArray()).ToList();
        Assert.Equal(["retryHalted", "retryInDoubt"], alerts.Select(alert => alert.GetProperty("kind").GetString()));
        Assert.Contains("2 of 3 were refused", alerts[0].ToString(), StringComparison.Ordinal);
        Assert.Equal("Retry RB-1: 2 mails may or may not have arrived", alerts[1].GetProperty("title").GetString());
    }

    // The incident's own alert is told first, so that what a test looks at afterwards is the retry's.
    private static async Task<long> AddAsync(AlertHouse made, RetryBatchState state, int stage, params AttemptState[] attempts)
    {
        await made.RefuseAsync(5);
        await made.SendAsync();
        await made.AddAsync(AlertDestinationKind.Webhook);
        var retry = new StoredRetry(made.House.Database, made.Tenant, await made.House.IncidentAsync(), made.House.Time.GetUtcNow());
        return await retry.AddAsync(state, stage, [3, 2], attempts);
    }

    private static Task RaiseAsync(AlertHouse made, Func<AlertOutbox, System.Data.Common.DbTransaction, Task> raise) => made.House.Database.WriteAsync(
        Turn.Of(made.Tenant), transaction => raise(made.House.Get<AlertOutbox>(), transaction), default);
}
