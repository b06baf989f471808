using BounceBoard.Core.Tenants;
using BounceBoard.Core.Verdicts;
using BounceBoard.Operations.Replays;
using BounceBoard.Operations.Tests.Evidence;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Audit;
using BounceBoard.Storage.Replays;
using BounceBoard.Storage.Users;
using BounceBoard.TestKit.Evidence;
using Xunit;

namespace BounceBoard.Operations.Tests.Replays;

/// <summary>Applying makes incidents due and leaves the deciding to the one way there is.</summary>
public sealed class ReplayApplicationTests : IAsyncLifetime
{
    private static readonly ReplayRange Range = new(new(2026, 5, 16, 0, 0, 0, TimeSpan.Zero), new(2026, 5, 17, 0, 0, 0, TimeSpan.Zero), "example.test");

    private IntakeHouse _house = null!;
    private long _incident;

    public async ValueTask InitializeAsync()
    {
        _house = await IntakeHouse.OpenAsync();
        await _house.ReceiveAsync(new SampleDsn().ToBytes());
        _incident = (await _house.IncidentAsync()).Id;
        _house.Time.Advance(TimeSpan.FromMinutes(5));
        await ReplayDays.SayAsync(_house, Verdict.Retry);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task Apply_ChosenIncidents_AreDecidedByTheUsualWayAndAudited()
    {
        Assert.Equal(0, await _house.Desk.DecideDueAsync(default));

        var result = await ApplyAsync(Actor.System, _house.Tenant);

        Assert.True(result.TryGet(out var due));
        Assert.Equal(1, due);
        Assert.Equal(2, (await HistoryAsync()).Count);
        Assert.Equal(1, await _house.Desk.DecideDueAsync(default));
        var history = await HistoryAsync();
        Assert.Equal((3, history[2].Verdict), (history.Count, history[0].Verdict));
        var line = Assert.Single(await LinesAsync());
        Assert.Equal("1 incident", line.Object);
        Assert.Equal("judged again by the rules of today: refusals from 2026-05-16 to 2026-05-16, at example.test", line.Detail);
    }

    [Fact]
    public async Task Apply_ByAnotherTenant_MovesNothing()
    {
        var (other, _) = await _house.AddTenantAsync("other");
        var before = await EveryRow.OfAsync(_house.Database);

        Assert.NotNull((await ApplyAsync(Actor.System, other)).Problem);

        Assert.Equal(before, await EveryRow.OfAsync(_house.Database));
        Assert.Equal(0, await _house.Desk.DecideDueAsync(default));
    }

    [Theory]
    [InlineData(TenantRole.Admin, true)]
    [InlineData(TenantRole.Operator, true)]
    [InlineData(TenantRole.Approver, false)]
    [InlineData(TenantRole.Viewer, false)]
    public async Task Apply_ByRole_AsTheMatrixSays(TenantRole role, bool allowed)
    {
        var name = $"{role}@msp.example".ToLowerInvariant();
        await _house.Get<UserAdministration>().AddAsync(Actor.System, _house.Tenant, name, $"{role}", role, default);
        var user = await _house.Get<UserReader>().FindByEmailAsync(UserRows.EmailKey(name), default);

        Assert.Equal(allowed, (await ApplyAsync(new Actor(user?.Id, name, "web", InstallationRole.None), _house.Tenant)).Problem is null);

        Assert.Equal(allowed ? 1 : 0, await _house.Desk.DecideDueAsync(default));
        Assert.Equal(allowed ? 1 : 0, (await LinesAsync()).Count);
    }

    private Task<OperationResult<int>> ApplyAsync(Actor actor, TenantId tenant) =>
        _house.Get<ReplayApplication>().ApplyAsync(actor, tenant, Range, [_incident], default);

    private Task<IReadOnlyList<Storage.Verdicts.VerdictRow>> HistoryAsync() => _house.Verdicts.HistoryAsync(_house.Tenant, _incident, 10, null, default);

    private async Task<IReadOnlyList<AuditRow>> LinesAsync() =>
        [.. (await _house.Get<AuditReader>().ListAsync(_house.Tenant, AuditFilter.All, 50, null, default)).Where(line => line.Action == "replay.apply")];
}
