using BounceBoard.Core.SendingRoutes;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.SendingRoutes;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Audit;
using BounceBoard.Storage.SendingRoutes;
using Xunit;
using static BounceBoard.TestKit.Installations.TestInstallation;

namespace BounceBoard.Operations.Tests.SendingRoutes;

/// <summary>security.md T3, T11: mail goes out for own domains only, signs in over encrypted connections only, and secrets are never shown.</summary>
public sealed class SendingRouteAdministrationTests
{
    [Fact]
    public async Task Change_EmptyPassword_KeepsTheOldForTheSameServerOnly()
    {
        await using var made = await RouteHouse.OpenAsync();
        var draft = made.Relay with { Tls = SendingTls.StartTls, UserName = "retry", Password = "hunter2-secret" };
        var id = (await made.AddAsync(draft)).Id;
        var before = await made.RowAsync(id);
        Assert.DoesNotContain("hunter2", before.PasswordSealed, StringComparison.Ordinal);
        Assert.Equal("hunter2-secret", made.House.Get<SendingRouteSeal>().Password(made.Tenant, before));

        Value(await made.Administration.ChangeAsync(Actor.System, made.Tenant, id, draft with { Password = "", PerDay = 7 }, default));
        var stolen = await made.Administration.ChangeAsync(Actor.System, made.Tenant, id, draft with { Password = "", Host = "evil.example.org" }, default);

        var after = await made.RowAsync(id);
        Assert.Equal((2, 7, before.PasswordSealed), (after.Revision, after.PerDay, after.PasswordSealed));
        Assert.Contains("Enter the password again", stolen.Problem, StringComparison.Ordinal);
        var audit = await made.House.Get<AuditReader>().ListAsync(made.Tenant, AuditFilter.All, 100, null, default);
        Assert.DoesNotContain(audit, line => line.Detail.Contains("hunter2", StringComparison.Ordinal));
        Assert.Equal(["sending-route.change", "sending-route.add"], audit.Take(2).Select(line => line.Action));
    }

    [Fact]
    public async Task Change_OfAnExistingAccount_WithoutUserDropsThePassword()
    {
        await using var made = await RouteHouse.OpenAsync();
        var draft = made.Relay with { Tls = SendingTls.Implicit, UserName = "retry", Password = "secret" };
        var id = (await made.AddAsync(draft)).Id;

        Value(await made.Administration.ChangeAsync(Actor.System, made.Tenant, id, draft with { UserName = "", Password = "" }, default));

        Assert.Null((await made.RowAsync(id)).PasswordSealed);
    }

    [Theory]
    [InlineData("https://relay.example.net")]
    [InlineData("relay.example.net:25")]
    [InlineData("relay.example.net\r\nRCPT TO:<x@y>")]
    [InlineData("user@relay.example.net")]
    [InlineData("relay example")]
    [InlineData("")]
    public async Task Add_HostThatIsMoreThanAHost_IsRefused(string host)
    {
        await using var made = await RouteHouse.OpenAsync();

        Assert.Contains("the mail server alone", await made.ProblemAsync(made.Relay with { Host = host }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("10.0.0.5")]
    [InlineData("::1")]
    [InlineData("relay.example.net")]
    public async Task Add_RelayBesideTheHouse_IsKept(string host)
    {
        await using var made = await RouteHouse.OpenAsync();

        Assert.Equal(host, (await made.RowAsync((await made.AddAsync(made.Relay with { Host = host })).Id)).Host);
    }

    public static TheoryData<SendingRouteDraft, string> Faults { get; } = new()
    {
        { new() { Name = "", Kind = SendingRouteKind.Export, SenderDomains = "example.net" }, "1 to 100 characters" },
        { new() { Name = "a", Kind = SendingRouteKind.Export, SenderDomains = "" }, "1 to 100 sender domains" },
        { new() { Name = "a", Kind = SendingRouteKind.Export, SenderDomains = "example.org" }, "no domain of this tenant" },
        { new() { Name = "a", Kind = SendingRouteKind.Export, SenderDomains = "notexample.net" }, "no domain of this tenant" },
        { new() { Name = "a", Kind = SendingRouteKind.Export, SenderDomains = "exa mple.net" }, "is no d" },
        { new() { Name = "a", Kind = SendingRouteKind.Export, SenderDomains = "example.net", ReturnPrefix = "a+b" }, "return prefix" },
        { new() { Name = "a", Kind = SendingRouteKind.Export, SenderDomains = "example.net", PoolHeader = "Bcc: user@example.net" }, "begins with X-" },
        { new() { Name = "a", Kind = SendingRouteKind.Export, SenderDomains = "example.net", PoolHeader = "X-Pool: a\r\nBcc: b" }, "begins with X-" },
        { new() { Name = "a", Kind = SendingRouteKind.Export, SenderDomains = "example.net", Pool = "none" }, "no sender pool" },
        { new() { Name = "a", Kind = SendingRouteKind.Export, SenderDomains = "example.net", RatePerMinute = 0 }, "1 to 600 mails a minute" },
        { new() { Name = "a", Kind = SendingRouteKind.Export, SenderDomains = "example.net", PerDay = 0 }, "100,000" },
        { new() { Name = "a", Kind = SendingRouteKind.Direct, SenderDomains = "example.net" }, "Retries:AllowDirect" },
        { new() { Name = "a", Kind = SendingRouteKind.Webhook, SenderDomains = "example.net", Webhook = "http://hooks.example/" }, "https" },
        { new() { Name = "a", Kind = SendingRouteKind.Webhook, SenderDomains = "example.net", Webhook = "hooks" }, "whole address" },
        { Mail() with { UserName = "u", Password = "p" }, "must be encrypted" },
        { Mail() with { Tls = SendingTls.StartTls, UserName = "u" }, "Enter the password" },
        { Mail() with { Port = 0 }, "port" },
        { Mail() with { Helo = "nodots" }, "EHLO" },
        { Mail() with { SourceIp = "here" }, "no IP address" },
        { Mail() with { TestMailbox = "nobody" }, "no mail address" },
        { Mail() with { TestMailbox = "user@example.org" }, "own mailbox only" },
        { Mail() with { DkimDomain = "example.net", DkimSelector = "s1" }, "private key" },
        { Mail() with { DkimDomain = "example.org", DkimSelector = "s1", DkimKey = "x" }, "nothing is signed for it" },
        { Mail() with { DkimDomain = "example.net", DkimSelector = "s1", DkimKey = "not a key" }, "DKIM: There is no PEM block" },
        { Mail() with { DkimKey = "x" }, "needs its domain" },
    };

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public async Task Add_WithAFault_SaysWhichAndKeepsNothing(SendingRouteDraft draft, string words)
    {
        await using var made = await RouteHouse.OpenAsync();

        Assert.Contains(words, await made.ProblemAsync(draft), StringComparison.Ordinal);
        Assert.Empty(await made.House.Get<SendingRouteReader>().ListAsync(made.Tenant, default));
    }

    [Fact]
    public async Task Add_DirectWhereTheInstallationAllowsIt_IsKeptWithoutAHost()
    {
        await using var made = await RouteHouse.OpenAsync(("Retries:AllowDirect", "true"));

        var row = await made.RowAsync((await made.AddAsync(made.Relay with { Kind = SendingRouteKind.Direct, SenderDomains = "Example.NET, bounces.example.net" })).Id);

        Assert.Equal(("", "example.net\nbounces.example.net", false), (row.Host, row.SenderDomains, row.IsProven));
    }

    [Fact]
    public async Task Add_Export_CountsAsProven()
    {
        await using var made = await RouteHouse.OpenAsync();

        var id = (await made.AddAsync(new() { Name = "file", Kind = SendingRouteKind.Export, SenderDomains = "example.net" })).Id;

        Assert.True((await made.RowAsync(id)).IsProven);
        Assert.Contains("nothing to test", (await made.Test.RunAsync(Actor.System, made.Tenant, id, default)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Webhook_SecretIsShownOnce_AndAnotherAddressGetsAnother()
    {
        await using var made = await RouteHouse.OpenAsync();
        var first = await made.AddAsync(RouteHouse.Platform);
        Assert.Equal(43, first.Secret?.Length);
        Assert.Equal(first.Secret, made.House.Get<SendingRouteSeal>().Secret(made.Tenant, await made.RowAsync(first.Id)));

        var same = Value(await made.Administration.ChangeAsync(Actor.System, made.Tenant, first.Id, RouteHouse.Platform with { PerDay = 9 }, default));
        var moved = Value(await made.Administration.ChangeAsync(Actor.System, made.Tenant, first.Id, RouteHouse.Platform with { Webhook = "https://other.example/" }, default));
        var renewed = Value(await made.Administration.RenewSecretAsync(Actor.System, made.Tenant, first.Id, default));

        Assert.Null(same.Secret);
        Assert.NotEqual(first.Secret, moved.Secret);
        Assert.NotEqual(moved.Secret, renewed.Secret);
        Assert.Equal(4, (await made.RowAsync(first.Id)).Revision);
    }

    [Fact]
    public async Task Manage_WithoutTheRight_ChangesNothing()
    {
        await using var made = await RouteHouse.OpenAsync();
        var id = (await made.AddAsync(made.Relay)).Id;
        var stranger = Actor.Person(4711, "user@example.net");

        Assert.NotNull((await made.Administration.AddAsync(stranger, made.Tenant, made.Relay with { Name = "b" }, default)).Problem);
        Assert.NotNull((await made.Administration.ChangeAsync(stranger, made.Tenant, id, made.Relay, default)).Problem);
        Assert.NotNull((await made.Administration.EnableAsync(stranger, made.Tenant, id, false, default)).Problem);
        Assert.NotNull((await made.Administration.RemoveAsync(stranger, made.Tenant, id, default)).Problem);
        Assert.NotNull((await made.Test.RunAsync(stranger, made.Tenant, id, default)).Problem);
        Assert.NotNull((await made.Administration.ChangeAsync(Actor.System, new TenantId(4711), id, made.Relay, default)).Problem);

        Assert.Empty(made.Sink.Commands);
        Assert.True((await made.RowAsync(id)) is { Revision: 1, Enabled: true });
    }

    [Fact]
    public async Task EnableAndRemove_MoveTheRoute()
    {
        await using var made = await RouteHouse.OpenAsync();
        var id = (await made.AddAsync(made.Relay)).Id;

        Value(await made.Administration.EnableAsync(Actor.System, made.Tenant, id, false, default));
        Assert.Contains("already", (await made.Administration.EnableAsync(Actor.System, made.Tenant, id, false, default)).Problem, StringComparison.Ordinal);
        Assert.False((await made.RowAsync(id)).Enabled);
        Value(await made.Administration.RemoveAsync(Actor.System, made.Tenant, id, default));

        Assert.Empty(await made.House.Get<SendingRouteReader>().ListAsync(made.Tenant, default));
    }

    private static SendingRouteDraft Mail() => new()
    {
        Name = "relay",
        Kind = SendingRouteKind.Submission,
        Host = "relay.example.net",
        Tls = SendingTls.None,
        SenderDomains = "example.net",
    };
}
