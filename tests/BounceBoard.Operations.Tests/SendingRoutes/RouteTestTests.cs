using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BounceBoard.Core.Alerts;
using BounceBoard.Operations.Users;
using Xunit;
using static BounceBoard.TestKit.Installations.TestInstallation;

namespace BounceBoard.Operations.Tests.SendingRoutes;

public sealed class RouteTestTests
{
    [Fact]
    public async Task Run_RelayThatTakesIt_IsProvenUntilTheNextChange()
    {
        await using var made = await RouteHouse.OpenAsync();
        var draft = made.Relay with { PoolHeader = "X-Pool: bulk-2" };
        var id = (await made.AddAsync(draft)).Id;

        var result = Value(await made.Test.RunAsync(Actor.System, made.Tenant, id, default));

        Assert.True(result.Passed);
        Assert.Contains("Connected to 127.0.0.1, which calls itself sink.test; not encrypted.", result.Connected, StringComparison.Ordinal);
        Assert.Contains("RCPT TO:<ops@example.net>", result.Transcript, StringComparison.Ordinal);
        Assert.Contains("MAIL FROM:<retry@example.net>", result.Transcript, StringComparison.Ordinal);
        var mail = Assert.Single(made.Sink.Mails);
        Assert.Contains("Subject: Test of a route for controlled retries", mail, StringComparison.Ordinal);
        Assert.Contains("X-Pool: bulk-2", mail, StringComparison.Ordinal);
        var row = await made.RowAsync(id);
        Assert.True(row.IsProven);
        Assert.Equal((made.House.Time.GetUtcNow(), "250 2.0.0 Ok: queued as 4F1"), (row.TestedAt, row.TestAnswer));
        Value(await made.Administration.ChangeAsync(Actor.System, made.Tenant, id, draft, default));
        Assert.False((await made.RowAsync(id)).IsProven);
    }

    [Fact]
    public async Task Run_RelayThatRefuses_ShowsItsWords()
    {
        await using var made = await RouteHouse.OpenAsync();
        var id = (await made.AddAsync(made.Relay)).Id;
        made.Sink.Replies["RCPT"] = "550 5.7.1 Relaying denied";

        var result = Value(await made.Test.RunAsync(Actor.System, made.Tenant, id, default));

        Assert.False(result.Passed);
        Assert.Equal("550 5.7.1 Relaying denied", result.Answer);
        Assert.False((await made.RowAsync(id)).TestPassed);
        Assert.Empty(made.Sink.Mails);
    }

    [Fact]
    public async Task Run_SixthWithinAnHour_IsRefusedAndSendsNothing()
    {
        await using var made = await RouteHouse.OpenAsync();
        var id = (await made.AddAsync(made.Relay)).Id;
        for (var run = 0; run < 5; run++)
        {
            Value(await made.Test.RunAsync(Actor.System, made.Tenant, id, default));
        }
        Value(await made.Administration.ChangeAsync(Actor.System, made.Tenant, id, made.Relay with { Name = "another name" }, default));

        Assert.Contains("5 times within an hour", (await made.Test.RunAsync(Actor.System, made.Tenant, id, default)).Problem, StringComparison.Ordinal);
        Assert.Equal(5, made.Sink.Mails.Count);

        made.House.Time.Advance(TimeSpan.FromMinutes(61));
        Value(await made.Test.RunAsync(Actor.System, made.Tenant, id, default));
    }

    [Fact]
    public async Task Run_WithoutAMailbox_SaysWhatIsMissing()
    {
        await using var made = await RouteHouse.OpenAsync();
        var id = (await made.AddAsync(made.Relay with { TestMailbox = "" })).Id;

        Assert.Contains("no test mailbox", (await made.Test.RunAsync(Actor.System, made.Tenant, id, default)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_SignedWithAKeyThatDnsDoesNotHave_PassesWithAWarning()
    {
        await using var made = await RouteHouse.OpenAsync();
        using var rsa = RSA.Create(2048);
        var saved = await made.AddAsync(made.Relay with { DkimDomain = "example.net", DkimSelector = "s1", DkimKey = rsa.ExportPkcs8PrivateKeyPem() });

        var result = Value(await made.Test.RunAsync(Actor.System, made.Tenant, saved.Id, default));

        Assert.Contains("no record at s1._domainkey.example.net", saved.Warning, StringComparison.Ordinal);
        Assert.Equal(saved.Warning, result.Warning);
        Assert.True(result.Passed);
        Assert.StartsWith("DKIM-Signature: ", Assert.Single(made.Sink.Mails), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(204, true, "HTTP 204")]
    [InlineData(500, false, "HTTP 500")]
    [InlineData(0, false, "hooks.example could not be asked.")]
    public async Task Run_Platform_GetsASignedPostThatSaysItIsATest(int status, bool passed, string answer)
    {
        await using var made = await RouteHouse.OpenAsync();
        var saved = await made.AddAsync(RouteHouse.Platform);
        made.House.Outside.Status = status;

        var result = Value(await made.Test.RunAsync(Actor.System, made.Tenant, saved.Id, default));

        Assert.Equal((passed, answer), (result.Passed, result.Answer));
        var (_, _, body, headers) = Assert.Single(made.House.Outside.Posted);
        Assert.Equal(AlertSignature.Of(saved.Secret ?? "", made.House.Time.GetUtcNow(), body), headers[AlertSignature.SignatureHeader]);
        Assert.True(JsonDocument.Parse(Encoding.UTF8.GetString(body)).RootElement.GetProperty("test").GetBoolean());
        Assert.Equal(passed, (await made.RowAsync(saved.Id)).IsProven);
    }
}
