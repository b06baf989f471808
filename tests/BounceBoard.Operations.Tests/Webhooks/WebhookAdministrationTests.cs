using BounceBoard.Core.Webhooks;
using BounceBoard.Operations.Users;
using BounceBoard.Operations.Webhooks;
using BounceBoard.Storage.Audit;
using BounceBoard.Storage.Sources;
using BounceBoard.Storage.Webhooks;
using BounceBoard.TestKit.Installations;
using Xunit;

namespace BounceBoard.Operations.Tests.Webhooks;

public sealed class WebhookAdministrationTests
{
    [Fact]
    public async Task Add_SameNameTwice_IsRefused()
    {
        await using var made = await WebhookHouse.OpenAsync(WebhookProvider.Postmark);

        var again = await made.Administration.AddAsync(Actor.System, made.House.Tenant, " events ", WebhookProvider.Brevo, default);

        Assert.Contains("already", again.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RenewAddress_OldOneIsUnknown_NewOneTakes()
    {
        await using var made = await WebhookHouse.OpenAsync(WebhookProvider.Postmark);
        var old = await made.TokenAsync();

        Assert.Null((await made.Administration.RenewAddressAsync(Actor.System, made.House.Tenant, made.Id, default)).Problem);

        var post = WebhookHouse.Post("{}", ("Authorization", $"Bearer {made.Password}"));
        Assert.IsType<WebhookOutcome.Unknown>(await made.House.Get<WebhookReceiving>().ReceiveAsync(old, post, default));
        Assert.IsType<WebhookOutcome.Stored>(await made.PostAsync(post));
    }

    [Fact]
    public async Task RenewPassword_OldOneProvesNothing()
    {
        await using var made = await WebhookHouse.OpenAsync(WebhookProvider.Postmark);

        var renewed = TestInstallation.Value(await made.Administration.RenewPasswordAsync(Actor.System, made.House.Tenant, made.Id, default));

        Assert.IsType<WebhookOutcome.Forged>(await made.PostAsync("{}", ("Authorization", $"Bearer {made.Password}")));
        Assert.IsType<WebhookOutcome.Stored>(await made.PostAsync("{}", ("Authorization", $"Bearer {renewed.Password}")));
    }

    [Theory]
    [InlineData(WebhookProvider.SendGrid, "not a key")]
    [InlineData(WebhookProvider.SendGrid, "")]
    [InlineData(WebhookProvider.Mailgun, "short")]
    [InlineData(WebhookProvider.Postmark, "a-long-enough-key")]
    [InlineData(WebhookProvider.AmazonSes, "a-long-enough-key")]
    public async Task SetKey_ThatCannotBeOne_IsRefused(WebhookProvider provider, string key)
    {
        await using var made = await WebhookHouse.OpenAsync(provider);

        Assert.NotNull((await made.Administration.SetKeyAsync(Actor.System, made.House.Tenant, made.Id, key, default)).Problem);
    }

    [Fact]
    public async Task RenewPassword_OfAServiceThatSigns_IsRefused()
    {
        await using var made = await WebhookHouse.OpenAsync(WebhookProvider.Mailgun);

        Assert.NotNull((await made.Administration.RenewPasswordAsync(Actor.System, made.House.Tenant, made.Id, default)).Problem);
    }

    [Fact]
    public async Task Secrets_AreNotInTheDatabaseFile()
    {
        await using var made = await WebhookHouse.OpenAsync(WebhookProvider.Mailgun);
        await made.Administration.SetKeyAsync(Actor.System, made.House.Tenant, made.Id, "the-signing-key-of-acme", default);

        var row = await made.RowAsync();

        foreach (var secret in new[] { await made.TokenAsync(), "the-signing-key-of-acme" })
        {
            Assert.DoesNotContain(secret, $"{row.TokenHash} {row.TokenSealed} {row.SecretSealed}", StringComparison.Ordinal);
            Assert.False(await IsInAuditAsync(made, secret));
        }
    }

    [Fact]
    public async Task SealedText_MovedToAnotherTenant_OpensNothing()
    {
        await using var made = await WebhookHouse.OpenAsync(WebhookProvider.Postmark);
        var (other, _) = await made.House.AddTenantAsync("other");
        var row = await made.RowAsync();

        Assert.Null(made.Administration.Token(new WebhookRow
        {
            TenantId = other,
            SourceId = row.SourceId,
            Provider = row.Provider,
            TokenHash = row.TokenHash,
            TokenSealed = row.TokenSealed,
            SecretSealed = row.SecretSealed,
            Topic = null,
            CreatedAt = row.CreatedAt,
        }));
    }

    [Fact]
    public async Task EveryChange_OfAnotherTenantsWebhook_IsRefused()
    {
        await using var made = await WebhookHouse.OpenAsync(WebhookProvider.Postmark);
        var (other, _) = await made.House.AddTenantAsync("other");

        Assert.NotNull((await made.Administration.RenewAddressAsync(Actor.System, other, made.Id, default)).Problem);
        Assert.NotNull((await made.Administration.RenewPasswordAsync(Actor.System, other, made.Id, default)).Problem);
        Assert.NotNull((await made.Administration.SetKeyAsync(Actor.System, other, made.Id, "a-long-enough-key", default)).Problem);
        Assert.NotNull((await made.Administration.RemoveAsync(Actor.System, other, made.Id, default)).Problem);
        Assert.IsType<WebhookOutcome.Stored>(await made.PostAsync("{}", ("Authorization", $"Bearer {made.Password}")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Remove_TakesNothingAnyMore_AndASourceThatBroughtEvidenceStays(bool used)
    {
        await using var made = await WebhookHouse.OpenAsync(WebhookProvider.Postmark);
        var (token, post) = (await made.TokenAsync(), WebhookHouse.Post("{}", ("Authorization", $"Bearer {made.Password}")));
        if (used)
        {
            await made.PostAsync(post);
        }

        Assert.Null((await made.Administration.RemoveAsync(Actor.System, made.House.Tenant, made.Id, default)).Problem);

        Assert.IsType<WebhookOutcome.Unknown>(await made.House.Get<WebhookReceiving>().ReceiveAsync(token, post, default));
        Assert.Equal(used, await made.House.Get<SourceReader>().FindAsync(made.House.Tenant, made.Id, default) is not null);
    }

    private static async Task<bool> IsInAuditAsync(WebhookHouse made, string text)
    {
        var entries = await made.House.Get<AuditReader>().ListAsync(made.House.Tenant, AuditFilter.All, 100, null, default);
        Assert.NotEmpty(entries);
        return entries.Any(entry => entry.ToString()!.Contains(text, StringComparison.Ordinal));
    }
}
