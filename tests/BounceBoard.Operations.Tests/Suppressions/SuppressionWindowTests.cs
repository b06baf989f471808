using BounceBoard.Core.Suppressions;
using BounceBoard.Operations.Suppressions;
using BounceBoard.Operations.Tests.Evidence;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Suppressions;
using BounceBoard.TestKit.Evidence;
using Xunit;
using static BounceBoard.Operations.Tests.Suppressions.SuppressionFilingTests;

namespace BounceBoard.Operations.Tests.Suppressions;

/// <summary>While a scope fails widely any address looks dead: nobody is added, and who was added meanwhile is shown for release.</summary>
public sealed class SuppressionWindowTests
{
    private static readonly SampleDsn Outage = new() { Status = "5.1.1", Reply = "550 5.1.1 User unknown" };

    [Fact]
    public async Task Decide_WhileTheScopeFails_MarksWhatWasAddedSinceAndOnlyThat()
    {
        await using var house = await OpenAsync(SuppressionMode.Automatic);
        await AddAsync(house, "before@example.test", SuppressionReason.Manual);
        house.Time.Advance(TimeSpan.FromDays(2));
        await FailAsync(house, "a");
        house.Time.Advance(TimeSpan.FromMinutes(10));
        await AddAsync(house, "inside@example.test", SuppressionReason.Manual);
        await AddAsync(house, "elsewhere@example.org", SuppressionReason.Manual);
        await AddAsync(house, "complained@example.test", SuppressionReason.Complaint);

        await FailAsync(house, "b");

        var window = Assert.Single(await house.Get<SuppressionReader>().WindowsAsync(house.Tenant, default));
        Assert.Equal(1, window.Entries);
        Assert.Equal(["inside@example.test"], (await ListAsync(house)).Where(row => row.WindowId is not null).Select(row => row.Address));
    }

    [Fact]
    public async Task Decide_AnAddressThatIsDueWhileTheScopeFails_WaitsUntilItIsOver()
    {
        await using var house = await OpenAsync(SuppressionMode.Automatic);
        await house.ReceiveAsync((Outage with { Recipient = "gone@example.test", MessageId = "gone@sender.test" }).ToBytes());
        house.Time.Advance(TimeSpan.FromDays(3));

        // Another kind of refusal at the same place: another incident, the same scope.
        await FailAsync(house, "a", Outage with { Status = "5.7.1", Reply = "550 5.7.1 Relaying denied" });
        await LaterAsync(house, 0.05);

        Assert.Empty(await ListAsync(house));

        await LaterAsync(house, 4);

        Assert.Contains("gone@example.test", (await ListAsync(house)).Select(row => row.Address));
    }

    [Fact]
    public async Task Release_OfAWindow_MovesAllAndCanBeUndone()
    {
        await using var house = await OpenAsync(SuppressionMode.Suggest);
        var id = await MarkedAsync(house, 3);

        var released = await house.Get<SuppressionWindows>().ReleaseAsync(Actor.System, house.Tenant, id, "", default);

        Assert.True(released.TryGet(out var moved) && moved == 3, released.Problem);
        var rows = await ListAsync(house);
        Assert.All(rows, row => Assert.Equal((SuppressionState.Released, (long?)null), (row.State, row.WindowId)));
        Assert.NotNull((await house.Get<SuppressionWindows>().ReleaseAsync(Actor.System, house.Tenant, id, "", default)).Problem);
        var held = await house.Get<SuppressionAdministration>().MoveAsync(
            Actor.System, house.Tenant, [.. rows.Select(row => row.RecipientKey)], SuppressionEvent.Hold, "", default);
        Assert.True(held.TryGet(out var back) && back == 3, held.Problem);
    }

    [Fact]
    public async Task Keep_OfAWindow_AsksNoMore()
    {
        await using var house = await OpenAsync(SuppressionMode.Suggest);
        var id = await MarkedAsync(house, 2);

        Assert.Null((await house.Get<SuppressionWindows>().KeepAsync(Actor.System, house.Tenant, id, default)).Problem);
        house.Time.Advance(TimeSpan.FromMinutes(5));
        await FailAsync(house, "c");

        Assert.Empty(await house.Get<SuppressionReader>().WindowsAsync(house.Tenant, default));
        Assert.All(await ListAsync(house), row => Assert.Equal(SuppressionState.Held, row.State));
    }

    private static async Task<long> MarkedAsync(IntakeHouse house, int people)
    {
        await FailAsync(house, "a");
        house.Time.Advance(TimeSpan.FromMinutes(10));
        for (var i = 0; i < people; i++)
        {
            await AddAsync(house, $"inside{i}@example.test", SuppressionReason.Manual);
        }
        await FailAsync(house, "b");
        return Assert.Single(await house.Get<SuppressionReader>().WindowsAsync(house.Tenant, default)).IncidentId;
    }

    private static async Task FailAsync(IntakeHouse house, string prefix, SampleDsn? like = null)
    {
        for (var i = 0; i < 6; i++)
        {
            await house.ReceiveAsync(((like ?? Outage) with { Recipient = $"{prefix}{i}@example.test", MessageId = $"{prefix}{i}@sender.test", At = house.Time.GetUtcNow() }).ToBytes());
        }
    }

    private static async Task AddAsync(IntakeHouse house, string address, SuppressionReason reason) =>
        Assert.Null((await house.Get<SuppressionAdministration>().AddAsync(Actor.System, house.Tenant, address, reason, "", default)).Problem);
}
