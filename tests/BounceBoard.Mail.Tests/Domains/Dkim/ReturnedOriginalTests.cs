using System.Text;
using BounceBoard.Core.Domains.Dkim;
using BounceBoard.Mail.Domains.Dkim;
using Xunit;

namespace BounceBoard.Mail.Tests.Domains.Dkim;

public sealed class ReturnedOriginalTests
{
    [Theory]
    [InlineData("relaxed/relaxed", "\r\n")]
    [InlineData("simple/simple", "\r\n")]
    [InlineData("simple/simple", "\n")]
    public void Find_ReportWithTheWholeMail_GivesTheOctetsThatWereSigned(string canonical, string lineEnd)
    {
        var mail = new SignedMail(canonical: canonical);
        var found = ReturnedOriginal.Find(Encoding.Latin1.GetBytes(Report("message/rfc822", mail.Text).ReplaceLineEndings(lineEnd)));

        Assert.True(found!.HasBody);
        var verification = DkimMessageVerifier.Verify(found.Mail, new KeyZone(SignedMail.KeyName, mail.Key), SignedMail.Now);
        Assert.Equal((DkimResult.Pass, ""), (verification.Result, verification.Results[0].Reason));
        Assert.Equal("example.org", MessageAuthor.DomainOf(found.Mail));
    }

    [Theory]
    [InlineData("text/rfc822-headers")]
    [InlineData("message/rfc822")]
    public void Find_ReportWithTheHeaderOnly_SaysThatTheTextIsMissing(string type)
    {
        var mail = new SignedMail();
        var header = mail.Text[..(mail.Text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 2)];
        var found = ReturnedOriginal.Find(Encoding.Latin1.GetBytes(Report(type, header + "\r\n")));

        Assert.False(found!.HasBody);
        Assert.Single(DkimMessageVerifier.Verify(found.Mail, new KeyZone(SignedMail.KeyName, mail.Key), SignedMail.Now).Results);
    }

    [Fact]
    public void Find_MailThatReturnsNothing_IsNull() => Assert.Null(ReturnedOriginal.Find(Encoding.Latin1.GetBytes(new SignedMail().Text)));

    [Fact]
    public void Find_AnyOctets_NeverThrows()
    {
        var report = Encoding.Latin1.GetBytes(Report("message/rfc822", new SignedMail().Text));
        for (var length = 0; length < report.Length; length += 7)
        {
            ReturnedOriginal.Find(report.AsMemory(0, length));
            MessageAuthor.DomainOf(report.AsMemory(length));
        }
    }

    private static string Report(string type, string original) =>
        "From: mailer-daemon@example.net\r\nTo: sender@example.org\r\nSubject: Undelivered\r\nMIME-Version: 1.0\r\n"
        + "Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nno\r\n\r\n"
        + "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.net\r\n\r\nFinal-Recipient: rfc822; reader@example.net\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n"
        + $"--b\r\nContent-Type: {type}\r\n\r\n{original}\r\n--b--\r\n";
}
