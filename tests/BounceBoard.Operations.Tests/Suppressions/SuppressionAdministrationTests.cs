using System.Text;
using BounceBoard.Core.Suppressions;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.ApiTokens;
using BounceBoard.Operations.Suppressions;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Suppressions;
using BounceBoard.TestKit.Installations;
using Xunit;
using static BounceBoard.TestKit.Installations.TestInstallation;

namespace BounceBoard.Operations.Tests.Suppressions;

public sealed class SuppressionAdministrationTests : IAsyncDisposable
{
    private readonly TestInstallation _house = new();

    private SuppressionAdministration Administration => _house.Get<SuppressionAdministration>();

    private SuppressionImport Import => _house.Get<SuppressionImport>();

    [Fact]
    public async Task AddAsync_OnePersonHoweverSpelled_IsOneEntryAndOneMaskedAuditLine()
    {
        var tenant = await _house.TenantAsync("acme");

        Assert.Equal(SuppressionOutcome.Added, Value(await AddAsync(tenant, "User@Example.NET")));
        Assert.Equal(SuppressionOutcome.AlreadyThere, Value(await AddAsync(tenant, "<user@example.net>")));

        var entry = Assert.Single(await ListAsync(tenant));
        Assert.Equal(("User@Example.NET", "user@example.net"), (entry.Address, entry.RecipientKey));
        var line = (await _house.AuditAsync(tenant)).First(line => line.Action == "suppression.add");
        Assert.DoesNotContain("user@", line.Object + line.Detail, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("no address", SuppressionReason.Manual)]
    [InlineData("user@example.net", SuppressionReason.BadAddress)]
    [InlineData("user@example.net", SuppressionReason.RefusedAfterRetry)]
    public async Task AddAsync_WhatIsNoAddressOrNoWordOfAPerson_Refused(string address, SuppressionReason reason)
    {
        var tenant = await _house.TenantAsync("acme");

        Assert.NotNull((await Administration.AddAsync(Actor.System, tenant, address, reason, "", default)).Problem);
        Assert.Empty(await ListAsync(tenant));
    }

    [Fact]
    public async Task MoveAsync_Release_AsksWhyKeepsTheEntryAndNamesWho()
    {
        var tenant = await _house.TenantAsync("acme");
        Value(await AddAsync(tenant, "user@example.net"));
        string[] keys = ["user@example.net"];

        Assert.NotNull((await Administration.MoveAsync(Actor.System, tenant, keys, SuppressionEvent.Release, " ", default)).Problem);
        Assert.Equal(1, Value(await Administration.MoveAsync(Actor.System, tenant, keys, SuppressionEvent.Release, "asked by mail", default)));
        Assert.NotNull((await Administration.MoveAsync(Actor.System, tenant, keys, SuppressionEvent.Release, "again", default)).Problem);

        var entry = Assert.Single(await ListAsync(tenant));
        Assert.Equal((SuppressionState.Released, "system", "asked by mail"), (entry.State, entry.ReleasedBy, entry.ReleaseNote));
        Assert.Contains((await _house.AuditAsync(tenant)), line => line.Action == "suppression.release" && line.Detail.Contains("asked by mail", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Everything_ForeignTenantOrRoleThatMayNot_Refused()
    {
        var tenant = await _house.TenantAsync("acme");
        var other = await _house.TenantAsync("other");
        Value(await AddAsync(other, "user@example.net"));
        foreach (var role in (TenantRole[])[TenantRole.Approver, TenantRole.Viewer])
        {
            var actor = await _house.MemberAsync($"person-{role}", tenant, role);
            Assert.NotNull((await Administration.AddAsync(actor, tenant, "a@example.net", SuppressionReason.Manual, "", default)).Problem);
            Assert.NotNull((await Import.ImportAsync(actor, tenant, "x", List("a@example.net"), default)).Problem);
            Assert.NotNull((await _house.Get<SuppressionModes>().SetAsync(actor, tenant, SuppressionMode.Automatic, default)).Problem);
        }
        var admin = await _house.MemberAsync("admin", tenant, TenantRole.Operator);
        Assert.NotNull((await Administration.MoveAsync(admin, other, ["user@example.net"], SuppressionEvent.Release, "x", default)).Problem);
        Assert.NotNull((await Administration.MoveAsync(admin, tenant, ["user@example.net"], SuppressionEvent.Release, "x", default)).Problem);
        Assert.Empty(await ListAsync(tenant));
    }

    [Theory]
    [InlineData(TokenScopes.SuppressionsWrite, true)]
    [InlineData(TokenScopes.SuppressionsRead, false)]
    [InlineData(TokenScopes.Ingest, false)]
    public async Task AddAsync_ByAToken_NeedsItsScope(string scope, bool may)
    {
        var tenant = await _house.TenantAsync("acme");
        var plain = Value(await _house.Get<ApiTokenAdministration>().CreateAsync(Actor.System, tenant, "crm", [scope], null, default)).Plain;
        var actor = (await _house.Get<ApiTokenCheck>().FindAsync(plain, scope, default))?.Actor ?? throw new InvalidOperationException();

        Assert.Equal(may, (await Administration.AddAsync(actor, tenant, "user@example.net", SuppressionReason.Manual, "", default)).Problem is null);
        Assert.Equal(may ? SuppressionSource.Program : null, (await ListAsync(tenant)).SingleOrDefault()?.Source);
    }

    [Fact]
    public async Task ImportAsync_AList_DoesWhatTheCountSaidAndTheSecondTimeNothing()
    {
        var tenant = await _house.TenantAsync("acme");
        Value(await AddAsync(tenant, "there@example.net"));
        Value(await AddAsync(tenant, "back@example.net"));
        Value(await Administration.MoveAsync(Actor.System, tenant, ["back@example.net"], SuppressionEvent.Release, "lives", default));
        const string text = "address,reason\r\nNew@example.net,bounced\nnot an address\n\nnew@example.net\nthere@example.net\nback@example.net\nleft@example.net,unsubscribe\nthere@example.net,complaint\n=1+1\n";

        var counted = await Import.CountAsync(tenant, List(text), default);
        var first = Value(await Import.ImportAsync(Actor.System, tenant, "list.csv", List(text), default));
        var second = Value(await Import.ImportAsync(Actor.System, tenant, "list.csv", List(text), default));

        Assert.Equal((8, 3, 2, 1, 2), Figures(first));
        Assert.Equal(Figures(first), Figures(counted));
        Assert.Equal((8, 0, 5, 1, 2), Figures(second));
        Assert.Equal([3, 10], first.Problems.Select(problem => problem.Line));
        var rows = (await ListAsync(tenant)).ToDictionary(row => row.RecipientKey);
        Assert.Equal(SuppressionReason.Complaint, rows["there@example.net"].Reason);
        Assert.Equal((SuppressionReason.Unsubscribe, SuppressionSource.Import), (rows["left@example.net"].Reason, rows["left@example.net"].Source));
        Assert.Equal(SuppressionState.Released, rows["back@example.net"].State);
    }

    [Fact]
    public async Task ImportAsync_LongerThanAPartAndWithALineWithoutEnd_IsReadToTheEnd()
    {
        var tenant = await _house.TenantAsync("acme");
        var text = string.Concat(Enumerable.Range(0, 5200).Select(i => $"user{i}@example.net\n")) + new string('x', 100_000) + "\nlast@example.net";

        var receipt = Value(await Import.ImportAsync(Actor.System, tenant, "long.txt", List(text), default));

        Assert.Equal((5202, 5201, 0, 0, 1), Figures(receipt));
        Assert.Equal(5201, await _house.Get<SuppressionReader>().CountAsync(tenant, SuppressionFilter.All, default));
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private static (int, int, int, int, int) Figures(ImportReceipt receipt) =>
        (receipt.Received, receipt.Added, receipt.AlreadyThere, receipt.LeftReleased, receipt.Refused);

    private static MemoryStream List(string text) => new(Encoding.UTF8.GetBytes(text));

    private Task<OperationResult<SuppressionOutcome>> AddAsync(TenantId tenant, string address) =>
        Administration.AddAsync(Actor.System, tenant, address, SuppressionReason.Manual, "", default);

    private Task<IReadOnlyList<SuppressionRow>> ListAsync(TenantId tenant) =>
        _house.Get<SuppressionReader>().ListAsync(tenant, SuppressionFilter.All, 99, null, default);
}
