using System.Text;
using BounceBoard.Web.Evidence;
using Xunit;

namespace BounceBoard.Web.Tests.Evidence;

public sealed class InertTextTests
{
    [Theory]
    [InlineData("a\u202Eb", "U+202E")]
    [InlineData("a\u200Bb", "U+200B")]
    [InlineData("a\u001B[31mb", "\\x1B")]
    [InlineData("a\u0000b", "\\x00")]
    [InlineData("a\rb", "\\x0D")]
    [InlineData("a\U000E0041b", "U+E0041")]
    public void Of_CharacterThatHides_IsAMark(string text, string mark)
    {
        var segments = InertText.Of(Encoding.UTF8.GetBytes(text));
        Assert.Equal(mark, Assert.Single(segments, segment => segment.IsMark).Text);
        Assert.Equal("a", segments[0].Text);
    }

    [Fact]
    public void Of_LineEndsOfMail_BreakTheLine() => Assert.Equal("a\nb\tc", Assert.Single(InertText.Of("a\r\nb\tc"u8)).Text);

    [Fact]
    public void Of_ByteThatIsNoUtf8_IsShownAsItself() =>
        Assert.Equal(["gr", "\\xFC", "n"], InertText.Of([(byte)'g', (byte)'r', 0xFC, (byte)'n']).Select(segment => segment.Text));

    [Fact]
    public void Of_Umlauts_StayText() => Assert.Equal("grün 中", Assert.Single(InertText.Of("grün 中"u8)).Text);

    [Fact]
    public void RawPage_BeyondTheEnd_ShowsTheLastByte()
    {
        var page = RawPage.Of("abc"u8, 999_999);
        Assert.Equal((2, 3, 3), (page.From, page.Until, page.Total));
    }

    [Fact]
    public void RawPage_PureBinary_IsCutAndSaysSo()
    {
        var page = RawPage.Of(new byte[RawPage.Size], 0);
        Assert.True(page.Segments.Count < 10_000);
        Assert.Equal("…", page.Segments[^1].Text);
    }

    [Fact]
    public void RawPage_NoBytes_IsEmpty() => Assert.Empty(RawPage.Of([], 0).Segments);
}
