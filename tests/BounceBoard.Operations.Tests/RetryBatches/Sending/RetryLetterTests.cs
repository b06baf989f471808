using System.Security.Cryptography;
using System.Text;
using BounceBoard.Core.RetryBatches;
using BounceBoard.Operations.RetryBatches.Sending;
using BounceBoard.Operations.SendingRoutes;
using BounceBoard.TestKit.Evidence;
using BounceBoard.TestKit.Retries;
using BounceBoard.TestKit.Smtp;
using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Security;
using Xunit;

namespace BounceBoard.Operations.Tests.RetryBatches.Sending;

/// <summary>What stands in the mail that a server receives: the original as its bounce held it, or the fixed test message, signed when the tenant gave a key.</summary>
public sealed class RetryLetterTests
{
    private const string Text = "First line of the newsletter\r\n.a line with a dot\r\nlast line\r\n";

    private static readonly PlannedBatch One = new() { Stages = [1] };

    [Fact]
    public async Task Original_WholeInItsBounce_GoesOutWithANewIdLinkedToTheOld()
    {
        await using var house = await SendingHouse.OpenAsync();
        var id = await house.PlanAsync(One with { OriginalId = await BounceAsync(house, Whole) });

        await house.SendAsync();

        var (attempt, mail) = ((await house.AttemptsAsync(id))[0], Assert.Single(house.Sink.Mails));
        using var message = Read(mail);
        Assert.Equal(
            (attempt.MessageId, "<m1@sender.test>", "hello", "news@sender.test", One.Recipient(0)),
            (message.MessageId, message.Headers["X-BounceBoard-Original-Message-ID"], message.Subject, message.From.ToString(), message.To.ToString()));
        Assert.NotEqual("m1@sender.test", attempt.MessageId);
        Assert.EndsWith("\r\n\r\n" + Text, Encoding.ASCII.GetString(mail.Content), StringComparison.Ordinal);
        Assert.Equal(One.Recipient(0), mail.To);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Envelope_HoldsATokenThatNamesTheAttempt(bool isOriginal)
    {
        await using var house = await SendingHouse.OpenAsync();
        var id = await house.PlanAsync(One with { OriginalId = isOriginal ? await BounceAsync(house, Whole) : null });

        await house.SendAsync();

        var mail = Assert.Single(house.Sink.Mails);
        Assert.Matches(@"^retry\+[^@]+@sender\.test$", mail.From);
        var local = mail.From[..mail.From.IndexOf('@', StringComparison.Ordinal)];
        var tokens = house.Intake.Get<RetryTokens>();
        Assert.Equal((await house.AttemptsAsync(id))[0].Id, await tokens.ReadLocalPartAsync(house.Tenant, local, default));
        var (other, _) = await house.Intake.AddTenantAsync("other");
        Assert.Null(await tokens.ReadLocalPartAsync(other, local, default));
    }

    [Fact]
    public async Task Original_HeadersOnly_IsLeftOutAndSaysWhy()
    {
        await using var house = await SendingHouse.OpenAsync();
        var id = await house.PlanAsync(One with { OriginalId = await BounceAsync(house, bounce => bounce) });

        await house.SendAsync();

        var attempt = Assert.Single(await house.AttemptsAsync(id));
        Assert.Equal((AttemptState.Skipped, "The evidence does not hold the original whole."), (attempt.State, attempt.Remark));
        Assert.Empty(house.Sink.Mails);
    }

    [Fact]
    public async Task Original_OfAnotherTenant_IsNotThere()
    {
        await using var house = await SendingHouse.OpenAsync();
        var (other, source) = await house.Intake.AddTenantAsync("other");
        var bytes = Encoding.ASCII.GetBytes(Whole(Bounce()));
        var theirs = await house.Intake.Intake.ReceiveAsync(other, source, "mail.eml", new MemoryStream(bytes), true, Operations.Users.Actor.System, null, default);
        var id = await house.PlanAsync(One with { OriginalId = theirs.Items[0].EvidenceId });

        await house.SendAsync();

        var attempt = Assert.Single(await house.AttemptsAsync(id));
        Assert.Equal((AttemptState.Skipped, "The evidence that held the original is no longer kept."), (attempt.State, attempt.Remark));
        Assert.Empty(house.Sink.Mails);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Signature_AtTheServer_VerifiesAndAChangedMailDoesNot(bool isOriginal)
    {
        await using var house = await SendingHouse.OpenAsync();
        using var rsa = RSA.Create(2048);
        await house.PlanAsync(One with
        {
            OriginalId = isOriginal ? await BounceAsync(house, Whole) : null,
            WithRoute = route => route with
            {
                DkimDomain = "sender.test",
                DkimSelector = "s1",
                DkimKeySealed = house.Intake.Get<SendingRouteSeal>().CloseDkimKey(house.Tenant, route.Id, rsa.ExportPkcs8PrivateKeyPem()),
            },
        });

        await house.SendAsync();

        var bytes = Assert.Single(house.Sink.Mails).Content;
        var verifier = new DkimVerifier(new OneKey(DotNetUtilities.GetRsaPublicKey(rsa)));
        Assert.True(Verifies(bytes, verifier));
        Assert.Contains("d=sender.test", Encoding.ASCII.GetString(bytes), StringComparison.Ordinal);
        bytes[^5] ^= 1;
        Assert.False(Verifies(bytes, verifier));
    }

    [Fact]
    public async Task Signature_KeyThatDoesNotOpen_SendsNothingUnsigned()
    {
        await using var house = await SendingHouse.OpenAsync();
        var id = await house.PlanAsync(One with { WithRoute = route => route with { DkimDomain = "sender.test", DkimSelector = "s1", DkimKeySealed = "of other keys" } });

        await house.SendAsync();

        Assert.Contains("does not open", Assert.Single(await house.AttemptsAsync(id)).Remark, StringComparison.Ordinal);
        Assert.Empty(house.Sink.Mails);
    }

    private static string Bounce() => new SampleDsn { Recipient = One.Recipient(0) }.ToString().ReplaceLineEndings("\r\n");

    private static string Whole(string bounce) => bounce.Replace("text/rfc822-headers", "message/rfc822", StringComparison.Ordinal)
        .Replace("\r\n\r\n--b1--", "\r\n\r\n" + Text + "\r\n--b1--", StringComparison.Ordinal);

    private static async Task<long> BounceAsync(SendingHouse house, Func<string, string> change) =>
        (await house.Intake.ReceiveAsync(Encoding.ASCII.GetBytes(change(Bounce())))).Items[0].EvidenceId;

    private static MimeMessage Read(SinkMail mail) => MimeMessage.Load(new MemoryStream(mail.Content));

    private static bool Verifies(byte[] mail, DkimVerifier verifier)
    {
        using var message = MimeMessage.Load(new MemoryStream(mail));
        return verifier.Verify(message, message.Headers[message.Headers.IndexOf(HeaderId.DkimSignature)], TestContext.Current.CancellationToken);
    }

    private sealed class OneKey(AsymmetricKeyParameter key) : IDkimPublicKeyLocator
    {
        public AsymmetricKeyParameter LocatePublicKey(string methods, string domain, string selector, CancellationToken cancellationToken = default) =>
            (domain, selector) == ("sender.test", "s1") ? key : throw new InvalidOperationException($"Asked for {selector} of {domain}.");

        public Task<AsymmetricKeyParameter> LocatePublicKeyAsync(string methods, string domain, string selector, CancellationToken cancellationToken = default) =>
            Task.FromResult(LocatePublicKey(methods, domain, selector, cancellationToken));
    }
}
