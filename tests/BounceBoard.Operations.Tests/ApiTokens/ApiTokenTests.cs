using BounceBoard.Core.Tenants;
using BounceBoard.Operations.ApiTokens;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.ApiTokens;
using BounceBoard.TestKit.Installations;
using Xunit;
using static BounceBoard.TestKit.Installations.TestInstallation;

namespace BounceBoard.Operations.Tests.ApiTokens;

public sealed class ApiTokenTests : IAsyncDisposable
{
    private readonly TestInstallation _house = new();

    private ApiTokenAdministration Tokens => _house.Get<ApiTokenAdministration>();

    private ApiTokenCheck Check => _house.Get<ApiTokenCheck>();

    [Fact]
    public async Task CreateAsync_Token_WorksAndItsSecretIsNowhere()
    {
        var tenant = await _house.TenantAsync("acme");
        var made = await CreateAsync(tenant, [TokenScopes.Ingest]);
        Assert.StartsWith("bb_live_", made.Plain, StringComparison.Ordinal);
        Assert.Equal("bb_live_".Length + 43, made.Plain.Length);
        Assert.Equal(tenant, (await Check.FindAsync(made.Plain, TokenScopes.Ingest, default))!.Tenant.Id);
        Assert.True(DataFiles.Contain(_house, made.Plain[..12]), "The shown prefix is kept.");
        Assert.False(DataFiles.Contain(_house, made.Plain));
        Assert.False(DataFiles.Contain(_house, made.Plain["bb_live_".Length..]));
    }

    [Fact]
    public async Task FindAsync_WrongScopeUnknownOrHuge_Nothing()
    {
        var made = await CreateAsync(await _house.TenantAsync("acme"), [TokenScopes.Ingest]);
        Assert.Null(await Check.FindAsync(made.Plain, TokenScopes.Read, default));
        Assert.Null(await Check.FindAsync(made.Plain + "x", TokenScopes.Ingest, default));
        Assert.Null(await Check.FindAsync("bb_live_" + new string('a', 100_000), TokenScopes.Ingest, default));
        Assert.Null(await Check.FindAsync("", TokenScopes.Ingest, default));
    }

    [Fact]
    public async Task FindAsync_ExpiredOrRevoked_Nothing()
    {
        var tenant = await _house.TenantAsync("acme");
        var end = _house.Time.GetUtcNow().AddHours(1);
        var expiring = Value(await Tokens.CreateAsync(Actor.System, tenant, "expiring", [TokenScopes.Read], end, default));
        var revoked = await CreateAsync(tenant, [TokenScopes.Read]);
        Value(await Tokens.RevokeAsync(Actor.System, tenant, revoked.Id, default));
        Assert.Null(await Check.FindAsync(revoked.Plain, TokenScopes.Read, default));
        Assert.NotNull(await Check.FindAsync(expiring.Plain, TokenScopes.Read, default));
        _house.Time.Advance(TimeSpan.FromHours(1));
        Assert.Null(await Check.FindAsync(expiring.Plain, TokenScopes.Read, default));
    }

    [Fact]
    public async Task FindAsync_OftenInAMinute_NotedOnce()
    {
        var tenant = await _house.TenantAsync("acme");
        var made = await CreateAsync(tenant, [TokenScopes.Read]);
        var start = _house.Time.GetUtcNow();
        await Check.FindAsync(made.Plain, TokenScopes.Read, default);
        _house.Time.Advance(TimeSpan.FromSeconds(59));
        await Check.FindAsync(made.Plain, TokenScopes.Read, default);
        Assert.Equal(start, (await _house.Get<ApiTokenReader>().FindAsync(tenant, made.Id, default))!.LastUsedAt);
        _house.Time.Advance(TimeSpan.FromSeconds(1));
        await Check.FindAsync(made.Plain, TokenScopes.Read, default);
        Assert.Equal(start.AddMinutes(1), (await _house.Get<ApiTokenReader>().FindAsync(tenant, made.Id, default))!.LastUsedAt);
    }

    [Fact]
    public async Task RequireAsync_TokenAsActor_ItsTenantItsScopesAndOnlyWhileLive()
    {
        var tenant = await _house.TenantAsync("acme");
        var other = await _house.TenantAsync("other");
        var made = await CreateAsync(tenant, [TokenScopes.Ingest]);
        var actor = (await Check.FindAsync(made.Plain, TokenScopes.Ingest, default))!.Actor;
        foreach (var action in Enum.GetValues<TenantAction>())
        {
            Assert.Equal(action == TenantAction.UploadEvidence, await AllowedAsync(actor, tenant, action));
            Assert.False(await AllowedAsync(actor, other, action));
        }
        Value(await Tokens.RevokeAsync(Actor.System, tenant, made.Id, default));
        Assert.False(await AllowedAsync(actor, tenant, TenantAction.UploadEvidence));
    }

    [Fact]
    public async Task CreateAsync_RoleMatrixAndForeignTenant_OnlyAdminsOfThisTenant()
    {
        var tenant = await _house.TenantAsync("acme");
        foreach (var role in Enum.GetValues<TenantRole>())
        {
            var actor = await _house.MemberAsync($"person-{role}", tenant, role);
            var made = await Tokens.CreateAsync(actor, tenant, "t", [TokenScopes.Read], null, default);
            Assert.Equal(role == TenantRole.Admin, made.Problem is null);
        }
        var stranger = await _house.MemberAsync("stranger", await _house.TenantAsync("other"), TenantRole.Admin);
        var own = await CreateAsync(tenant, [TokenScopes.Read]);
        Assert.NotNull((await Tokens.RevokeAsync(stranger, tenant, own.Id, default)).Problem);
        Assert.NotNull(await Check.FindAsync(own.Plain, TokenScopes.Read, default));
    }

    [Fact]
    public async Task CreateAsync_UnknownScopeNoScopeOrPastEnd_Refused()
    {
        var tenant = await _house.TenantAsync("acme");
        var past = _house.Time.GetUtcNow();
        Assert.Contains("'root'", (await Tokens.CreateAsync(Actor.System, tenant, "t", ["root"], null, default)).Problem, StringComparison.Ordinal);
        Assert.NotNull((await Tokens.CreateAsync(Actor.System, tenant, "t", [], null, default)).Problem);
        Assert.NotNull((await Tokens.CreateAsync(Actor.System, tenant, "t", [TokenScopes.Read], past, default)).Problem);
        Assert.NotNull((await Tokens.CreateAsync(Actor.System, tenant, " ", [TokenScopes.Read], null, default)).Problem);
        Assert.Empty(await _house.Get<ApiTokenReader>().ListAsync(tenant, default));
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private async Task<NewApiToken> CreateAsync(TenantId tenant, string[] scopes) =>
        Value(await Tokens.CreateAsync(Actor.System, tenant, "importer", scopes, null, default));

    private async Task<bool> AllowedAsync(Actor actor, TenantId tenant, TenantAction action) =>
        (await _house.Get<TenantAccess>().RequireAsync(actor, tenant, action, default)).IsAllowed;
}
