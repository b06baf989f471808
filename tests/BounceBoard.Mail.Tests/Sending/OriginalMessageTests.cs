using System.Text;
using BounceBoard.Mail.Sending.Retries;
using Xunit;

namespace BounceBoard.Mail.Tests.Sending;

public sealed class OriginalMessageTests
{
    private const string Inner = "From: news@sender.example\r\nTo: user@example.net\r\nMessage-ID: <1@sender.example>\r\n"
        + "Content-Type: multipart/alternative; boundary=in\r\n\r\npreamble\r\n--in\r\n\r\nplain  \r\n--in\r\nContent-Type: text/html\r\n\r\n<p>x</p>\r\n--in--\r\n";

    [Fact]
    public void Find_WholeMailAttached_ItsVeryBytes()
    {
        var found = Find(Bounce("message/rfc822", Inner));

        Assert.Null(found.Fault);
        Assert.Equal(Inner.TrimEnd(), Encoding.ASCII.GetString(found.Bytes.Span).TrimEnd());
    }

    [Theory]
    [InlineData("text/rfc822-headers", Inner, OriginalFault.HeaderOnly)]
    [InlineData("message/rfc822", "From: news@sender.example\r\nSubject: x\r\n\r\n", OriginalFault.HeaderOnly)]
    [InlineData("message/rfc822", "Subject: x\r\n\r\nbody\r\n", OriginalFault.NoSender)]
    [InlineData("text/plain", Inner, OriginalFault.NotAttached)]
    public void Find_NotWhole_SaysWhy(string type, string inner, OriginalFault fault)
    {
        var found = Find(Bounce(type, inner));

        Assert.Equal(fault, found.Fault);
        Assert.True(found.Bytes.IsEmpty);
    }

    [Fact]
    public void Find_CutAnywhereInTheOriginal_IsNeverWhole()
    {
        var bounce = Bounce("message/rfc822", Inner);
        for (var length = bounce.IndexOf("From: news", StringComparison.Ordinal); length < bounce.LastIndexOf("--out--", StringComparison.Ordinal); length++)
        {
            Assert.False(Find(bounce[..length]).IsWhole);
        }
        // The server cut the mail and closed its report.
        Assert.Equal(OriginalFault.CutOff, Find(Bounce("message/rfc822", Inner[..(Inner.Length - 20)])).Fault);
    }

    [Fact]
    public void Find_TooLarge_SaysSo()
    {
        using var huge = new MemoryStream(new byte[OriginalMessage.LargestBounce + 2]);

        Assert.Equal(OriginalFault.TooLarge, OriginalMessage.Find(huge).Fault);
    }

    [Fact]
    public void Find_AnyBytes_NeverThrows()
    {
        var random = new Random(7);
        for (var i = 0; i < 500; i++)
        {
            var bytes = Encoding.Latin1.GetBytes(Bounce("message/rfc822", Inner));
            for (var change = 0; change < 8; change++)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }
            OriginalMessage.Find(bytes.AsMemory());
        }
    }

    private static OriginalFinding Find(string mail) => OriginalMessage.Find(new MemoryStream(Encoding.ASCII.GetBytes(mail)));

    private static string Bounce(string type, string inner) =>
        "From: MAILER-DAEMON@mx.example.net\r\nTo: news@sender.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; boundary=out\r\n\r\n"
        + $"--out\r\n\r\nIt came back.\r\n--out\r\nContent-Type: {type}\r\n\r\n{inner}\r\n--out--\r\n";
}
