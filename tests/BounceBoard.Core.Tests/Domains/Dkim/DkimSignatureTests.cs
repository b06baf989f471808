using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Dkim;
using Xunit;

namespace BounceBoard.Core.Tests.Domains.Dkim;

public sealed class DkimSignatureTests
{
    private const string Plain = "v=1; a=rsa-sha256; d=example.org; s=s1; h=from:to; bh=AAAA; b=AAAA";

    [Fact]
    public void Parse_FoldedField_ReadsEveryTag()
    {
        var (signature, failure, problem) = DkimSignature.Parse(
            " v=1; a=rsa-sha256; c=relaxed/simple; d=Example.org;\r\n\ts=S1; i=user@news.example.org; q=dns/txt; t=1700000000; x=1700000100;\r\n l=12; h=From : To :\r\n Subject; bh=AA\r\n AA;\r\n b=AQ\r\n\tID;");

        Assert.Equal((DkimFailure.Nothing, ""), (failure, problem));
        Assert.Equal(("example.org", "s1", "rsa-sha256", 12L), (signature.Domain, signature.Selector, signature.Algorithm, signature.BodyLength));
        Assert.Equal(["From", "To", "Subject"], signature.SignedFields);
        Assert.Equal((true, false), (signature.IsHeaderRelaxed, signature.IsBodyRelaxed));
        Assert.Equal([1, 2, 3], signature.Octets.ToArray()[..3]);
        Assert.Equal(100, (signature.ExpiresAt - signature.SignedAt)!.Value.TotalSeconds);
        Assert.Equal(new RecordQuestion("s1._domainkey.example.org", RecordType.Txt), signature.KeyQuestion);
        Assert.Equal("news.example.org", signature.IdentityDomain);
    }

    [Theory]
    [InlineData("v=1", "v=2", DkimFailure.Version)]
    [InlineData("v=1; ", "", DkimFailure.Version)]
    [InlineData("rsa-sha256", "rsa-sha1", DkimFailure.Sha1)]
    [InlineData("rsa-sha256", "dsa-sha256", DkimFailure.UnknownAlgorithm)]
    [InlineData("a=rsa-sha256; ", "", DkimFailure.Syntax)]
    [InlineData("d=example.org; ", "", DkimFailure.Syntax)]
    [InlineData("d=example.org", "d=", DkimFailure.Syntax)]
    [InlineData("d=example.org", "d=a..b", DkimFailure.Syntax)]
    [InlineData("bh=AAAA", "bh=!", DkimFailure.Syntax)]
    [InlineData("; b=AAAA", "", DkimFailure.Syntax)]
    [InlineData("; b=", "; d=example.net; b=", DkimFailure.Syntax)]
    [InlineData("; b=", "; word; b=", DkimFailure.Syntax)]
    [InlineData("; b=", "; l=-1; b=", DkimFailure.Syntax)]
    [InlineData("; b=", "; t=soon; b=", DkimFailure.Syntax)]
    [InlineData("; b=", "; t=100; x=100; b=", DkimFailure.Syntax)]
    [InlineData("; b=", "; c=relaxed/relaxed/relaxed; b=", DkimFailure.Syntax)]
    [InlineData("; b=", "; c=tidy; b=", DkimFailure.Syntax)]
    [InlineData("; b=", "; i=user; b=", DkimFailure.Syntax)]
    [InlineData("; b=", "; q=http; b=", DkimFailure.QueryMethod)]
    [InlineData("; b=", "; i=@badexample.org; b=", DkimFailure.DomainMismatch)]
    [InlineData("h=from:to", "h=to", DkimFailure.FromNotSigned)]
    public void Parse_FieldThatCanNeverPass_SaysWhy(string part, string instead, DkimFailure expected)
    {
        var (_, failure, problem) = DkimSignature.Parse(Plain.Replace(part, instead, StringComparison.Ordinal));

        Assert.Equal(expected, failure);
        Assert.NotEmpty(problem);
    }

    [Theory]
    [InlineData("x=99999999999999999999")]
    [InlineData("x=999999999999")]
    [InlineData("l=999999999999999999999999999")]
    public void Parse_NumbersBeyondAllSense_NeverThrow(string tag) => Assert.Equal("example.org", DkimSignature.Parse($"{Plain}; {tag}").Signature.Domain);

    [Fact]
    public void Result_OfEveryFailure_IsAWordOfRfc8601() => Assert.Equal(
        "Nothing=Pass Syntax=Neutral Version=Neutral UnknownAlgorithm=Neutral Sha1=Fail QueryMethod=Neutral FromNotSigned=Neutral DomainMismatch=Neutral "
        + "Expired=Fail InFuture=Policy NoKey=Permerror Revoked=Permerror KeySyntax=Permerror KeyTooShort=Policy KeyType=Permerror KeyHash=Permerror "
        + "KeyService=Permerror BodyHash=Fail HeaderSignature=Fail DnsFailure=Temperror NotAsked=Temperror TooMany=Policy",
        string.Join(' ', Enum.GetValues<DkimFailure>().Select(failure => $"{failure}={new DkimSignatureResult(new DkimSignature(), failure, "").Result}")));
}
