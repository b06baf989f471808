using System.Text;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Dkim;
using BounceBoard.Mail.Domains.Dkim;
using Xunit;

namespace BounceBoard.Mail.Tests.Domains.Dkim;

public sealed class DkimMessageVerifierTests
{
    private static readonly string[] Algorithms = ["rsa-sha256", "ed25519-sha256"];
    private static readonly string[] Canonicals = ["simple/simple", "simple/relaxed", "relaxed/simple", "relaxed/relaxed"];
    private static readonly string[] Bodies = ["", "\r\n", "one line without end", "a\r\n\r\n\r\n", " b  \tc \r\n\t\r\n \r\nd\r\n", "x\r\n.\r\n-- \r\n"];

    public static TheoryData<string, string, string> Ways => [.. from algorithm in Algorithms from canonical in Canonicals from body in Bodies select (algorithm, canonical, body)];

    [Theory]
    [MemberData(nameof(Ways))]
    public void Verify_MailSignedByMimeKit_Passes(string algorithm, string canonical, string body)
    {
        var mail = new SignedMail(algorithm, canonical, body);

        var result = mail.Verify();

        Assert.Equal((DkimResult.Pass, "", "example.org", "s1", algorithm), (result.Result, result.Reason, result.Domain, result.Selector, result.Algorithm));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Verify_StoredWithLineFeedsOnly_StillPasses(string algorithm, string canonical, string body)
    {
        var mail = new SignedMail(algorithm, canonical, body);

        Assert.Equal(DkimResult.Pass, mail.Verify(mail.Text.Replace("\r\n", "\n", StringComparison.Ordinal)).Result);
    }

    [Theory]
    [InlineData("this is", "this was", DkimFailure.BodyHash)]
    [InlineData("this is", "this  is", DkimFailure.Nothing)]
    [InlineData("\r\n\r\n\r\n", "\r\n", DkimFailure.Nothing)]
    [InlineData("Subject: A  folded", "subject : A folded", DkimFailure.Nothing)]
    [InlineData("A  folded", "Another", DkimFailure.HeaderSignature)]
    [InlineData("From: Sender", "From: Somebody", DkimFailure.HeaderSignature)]
    [InlineData("MIME-Version: 1.0", "MIME-Version: 1.1", DkimFailure.Nothing)]
    [InlineData("MIME-Version: 1.0", "Subject: a second one", DkimFailure.HeaderSignature)]
    [InlineData("d=example.org", "d=example.org; n=added", DkimFailure.HeaderSignature)]
    public void Verify_MailAlteredOnItsWay_TellsBodyFromHeader(string part, string instead, DkimFailure expected)
    {
        var mail = new SignedMail();
        var altered = Replace(mail.Text, part, instead);

        var result = mail.Verify(altered);

        Assert.Equal(expected, result.Failure);
        Assert.Equal(mail.IsGoodForMimeKit(altered), result.Result == DkimResult.Pass);
    }

    [Theory]
    [InlineData("v=DKIM1; p=", DkimFailure.Revoked, DkimResult.Permerror)]
    [InlineData("v=DKIM1; p=AAAA", DkimFailure.KeySyntax, DkimResult.Permerror)]
    [InlineData("some other text", DkimFailure.KeySyntax, DkimResult.Permerror)]
    [InlineData("v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=", DkimFailure.KeyType, DkimResult.Permerror)]
    [InlineData("{0}; h=sha1", DkimFailure.KeyHash, DkimResult.Permerror)]
    [InlineData("{0}; s=chat", DkimFailure.KeyService, DkimResult.Permerror)]
    [InlineData("{0}; h=sha1:sha256; s=*; t=y:s", DkimFailure.Nothing, DkimResult.Pass)]
    [InlineData(KeyZone.NoAnswer, DkimFailure.DnsFailure, DkimResult.Temperror)]
    public void Verify_KeyAsPublished_DecidesBeforeTheMathematics(string key, DkimFailure failure, DkimResult expected)
    {
        var mail = new SignedMail();

        var result = mail.Verify(key: key.Replace("{0}", mail.Key, StringComparison.Ordinal));

        Assert.Equal((failure, expected), (result.Failure, result.Result));
        Assert.Equal(expected == DkimResult.Pass, result.Reason.Length == 0);
    }

    [Theory]
    [InlineData("@example.org", "t=s", DkimFailure.Nothing)]
    [InlineData("@news.example.org", "t=y", DkimFailure.Nothing)]
    [InlineData("@news.example.org", "t=s", DkimFailure.DomainMismatch)]
    public void Verify_StrictKey_WantsTheDomainItself(string identity, string flags, DkimFailure expected)
    {
        var mail = new SignedMail(identity: identity);

        Assert.Equal(expected, mail.Verify(key: $"{mail.Key}; {flags}").Failure);
    }

    [Fact]
    public void Verify_BeforeAndAfterItsTime_FailsWithTheTimeAsReason()
    {
        var mail = new SignedMail();
        var expiring = Replace(mail.Text, "; s=s1", $"; x={SignedMail.Now.AddHours(1).ToUnixTimeSeconds()}; s=s1");

        Assert.Equal(DkimFailure.InFuture, mail.Verify(now: SignedMail.Now.AddHours(-1)).Failure);
        Assert.Equal(DkimFailure.Nothing, mail.Verify(now: SignedMail.Now.AddMinutes(-4)).Failure);
        Assert.Equal(DkimFailure.Expired, mail.Verify(expiring, now: SignedMail.Now.AddHours(2)).Failure);
        // Not expired, but the added tag was not signed.
        Assert.Equal(DkimFailure.HeaderSignature, mail.Verify(expiring).Failure);
    }

    [Fact]
    public void Verify_KeyNotAskedYet_NamesTheQuestionAndNoResult()
    {
        var verification = new SignedMail().VerifyOver(new DnsSnapshot());

        Assert.Equal([new RecordQuestion(SignedMail.KeyName, RecordType.Txt)], verification.Missing);
        Assert.Equal((false, DkimResult.Temperror), (verification.IsComplete, verification.Result));
    }

    [Fact]
    public void Verify_SeveralRecordsAtTheName_UsesTheOneThatIsAKey()
    {
        var mail = new SignedMail();
        var answer = new RecordAnswer(SignedMail.KeyName, RecordType.Txt, DnsState.Found, "NOERROR", ["v=spf1 -all", mail.Key, "v=DKIM1; p="], 300);

        Assert.Equal(DkimResult.Pass, mail.VerifyOver(DnsSnapshot.Of([answer])).Result);
    }

    [Fact]
    public void Verify_OneOfTwoSignaturesAltered_PassesAsAWhole()
    {
        var mail = new SignedMail();
        var bad = Replace(mail.Text[..mail.Text.IndexOf("From:", StringComparison.Ordinal)], "bh=", "bh=AAAA");

        var verification = DkimMessageVerifier.Verify(Encoding.ASCII.GetBytes(bad + mail.Text), new KeyZone(SignedMail.KeyName, mail.Key), SignedMail.Now);

        Assert.Equal([DkimFailure.BodyHash, DkimFailure.Nothing], verification.Results.Select(result => result.Failure));
        Assert.Equal(DkimResult.Pass, verification.Result);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n\r\n")]
    [InlineData("no header at all")]
    [InlineData("X-DKIM-Signature: v=1\r\n")]
    [InlineData("From: a@example.org\r\n\r\ntext")]
    public void Verify_MailWithoutSignature_IsNone(string text) =>
        Assert.Equal(DkimResult.None, DkimMessageVerifier.Verify(Encoding.ASCII.GetBytes(text), new DnsSnapshot(), SignedMail.Now).Result);

    [Fact]
    public void Verify_ThousandsOfSignatures_LooksAtTheFirstOnly()
    {
        var mail = new SignedMail();
        var field = mail.Text[..mail.Text.IndexOf("From:", StringComparison.Ordinal)];
        var flood = new StringBuilder().Insert(0, field, 5_000).Append(mail.Text[field.Length..]).ToString();

        var verification = DkimMessageVerifier.Verify(Encoding.ASCII.GetBytes(flood), new KeyZone(SignedMail.KeyName, mail.Key), SignedMail.Now);

        Assert.Equal(DkimMessageVerifier.MostSignatures + 1, verification.Results.Count);
        Assert.Equal(DkimFailure.TooMany, verification.Results[^1].Failure);
    }

    [Fact]
    public void Verify_MailCutAtAnyPlace_NeverThrowsAndNeverPassesWithoutItsText()
    {
        var mail = new SignedMail(canonical: "simple/simple", body: "some text");
        var header = mail.Text.IndexOf("From:", StringComparison.Ordinal);

        var passed = Enumerable.Range(header, mail.Text.Length - header).Where(length => mail.Verify(mail.Text[..length]).Result == DkimResult.Pass);

        Assert.Empty(passed);
    }

    private static string Replace(string text, string part, string instead)
    {
        var at = text.IndexOf(part, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{part}' is not in the mail.");
        return string.Concat(text.AsSpan(0, at), instead, text.AsSpan(at + part.Length));
    }
}
