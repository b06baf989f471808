using BounceBoard.Core.Suppressions;
using BounceBoard.Operations.Suppressions;
using BounceBoard.Operations.Tests.Evidence;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Audit;
using BounceBoard.Storage.Suppressions;
using BounceBoard.Storage.Tenants;
using BounceBoard.TestKit.Evidence;
using Xunit;

namespace BounceBoard.Operations.Tests.Suppressions;

/// <summary>What a decision does to the list: only what the rules earned, and nothing while anything speaks against it.</summary>
public sealed class SuppressionFilingTests
{
    internal static readonly SampleDsn DeadMailbox = new()
    {
        Recipient = "Gone@example.test",
        Status = "5.1.1",
        Reply = "550 5.1.1 <gone@example.test>: Recipient address rejected: User unknown",
    };

    [Fact]
    public async Task Decide_ADeadMailboxAfterTheGracePeriod_IsSuggestedWithItsEvidence()
    {
        await using var house = await IntakeHouse.OpenAsync();
        await house.ReceiveAsync(DeadMailbox.ToBytes());
        Assert.Empty(await ListAsync(house));

        await LaterAsync(house, 3);

        var entry = Assert.Single(await ListAsync(house));
        var incident = await house.IncidentAsync();
        Assert.Equal(("gone@example.test", "Gone@example.test", SuppressionState.Suggested), (entry.RecipientKey, entry.Address, entry.State));
        Assert.Equal((SuppressionReason.BadAddress, SuppressionSource.Rules), (entry.Reason, entry.Source));
        Assert.Equal((incident.Id, incident.Number), (entry.IncidentId, entry.IncidentNumber));
        Assert.Equal([$"{Assert.Single(await house.RefusalsAsync()).Id}"], entry.RefusalIds);
        Assert.Contains("mailbox-does-not-exist", entry.Rules);
        Assert.Equal((await house.Verdicts.CurrentAsync(house.Tenant, incident.Id, default))?.Id, entry.VerdictId);
        Assert.Equal(entry.Since.AddDays(90), entry.ReviewAt);
    }

    [Theory]
    [InlineData(SuppressionMode.Automatic, SuppressionState.Held)]
    [InlineData(SuppressionMode.Suggest, SuppressionState.Suggested)]
    [InlineData(SuppressionMode.Off, null)]
    public async Task Decide_TheTenantsChoice_IsFollowed(SuppressionMode mode, SuppressionState? state)
    {
        await using var house = await OpenAsync(mode);
        await house.ReceiveAsync(DeadMailbox.ToBytes());

        await LaterAsync(house, 3);
        await LaterAsync(house, 1);

        Assert.Equal(state, (await ListAsync(house)).SingleOrDefault()?.State);
        var lines = await house.Get<AuditReader>().ListAsync(house.Tenant, AuditFilter.All, 99, null, default);
        Assert.Equal(mode == SuppressionMode.Automatic ? 1 : 0, lines.Count(line => line.Action == "suppression.add"));
        Assert.DoesNotContain(lines, line => line.Detail.Contains("gone@", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Decide_AGroupWhoseFirstPersonIsDueAlone_LeavesTheOther()
    {
        await using var house = await OpenAsync(SuppressionMode.Automatic);
        await house.ReceiveAsync(DeadMailbox.ToBytes());
        house.Time.Advance(TimeSpan.FromDays(3));
        await house.ReceiveAsync((DeadMailbox with { Recipient = "new@example.test", MessageId = "m2@sender.test", At = house.Time.GetUtcNow() }).ToBytes());
        await LaterAsync(house, 0.1);

        Assert.Equal(["gone@example.test"], (await ListAsync(house)).Select(row => row.RecipientKey));

        await LaterAsync(house, 2);

        Assert.Equal(["new@example.test", "gone@example.test"], (await ListAsync(house)).Select(row => row.RecipientKey));
    }

    [Fact]
    public async Task Decide_AfterARelease_OnlyNewEvidenceAddsAgain()
    {
        await using var house = await OpenAsync(SuppressionMode.Automatic);
        await house.ReceiveAsync(DeadMailbox.ToBytes());
        await LaterAsync(house, 3);
        var moved = await house.Get<SuppressionAdministration>().MoveAsync(
            Actor.System, house.Tenant, ["gone@example.test"], SuppressionEvent.Release, "it was restored", default);
        Assert.True(moved.TryGet(out var count) && count == 1, moved.Problem);

        await LaterAsync(house, 2);
        // The same evidence, told by another source: its event is older than the release.
        await house.ReceiveAsync((DeadMailbox with { MessageId = "late@sender.test" }).ToBytes());
        await LaterAsync(house, 2);
        Assert.Equal(SuppressionState.Released, Assert.Single(await ListAsync(house)).State);

        await house.ReceiveAsync((DeadMailbox with { MessageId = "m3@sender.test", At = house.Time.GetUtcNow() }).ToBytes());
        Assert.Equal(SuppressionState.Released, Assert.Single(await ListAsync(house)).State);
        await LaterAsync(house, 2);

        var again = Assert.Single(await ListAsync(house));
        Assert.Equal((SuppressionState.Held, "it was restored"), (again.State, again.ReleaseNote));
        Assert.Single(again.RefusalIds);
    }

    internal static async Task<IntakeHouse> OpenAsync(SuppressionMode mode)
    {
        var house = await IntakeHouse.OpenAsync();
        await house.Database.WriteAsync(transaction => house.Get<TenantWriter>().SuppressAsync(house.Tenant, mode, transaction, default), default);
        return house;
    }

    internal static Task<IReadOnlyList<SuppressionRow>> ListAsync(IntakeHouse house) =>
        house.Get<SuppressionReader>().ListAsync(house.Tenant, SuppressionFilter.All, 99, null, default);

    // Nothing new came in, only time went by.
    internal static async Task LaterAsync(IntakeHouse house, double days)
    {
        house.Time.Advance(TimeSpan.FromDays(days));
        await house.Parsing.ParseDueAsync(default);
        await house.Desk.DecideDueAsync(default);
    }
}
