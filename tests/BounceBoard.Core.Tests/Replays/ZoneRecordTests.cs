using BounceBoard.Core.Replays;
using Xunit;

namespace BounceBoard.Core.Tests.Replays;

public sealed class ZoneRecordTests
{
    [Theory]
    [InlineData("Example.NET. 300 IN MX 10 MX1.example.net.", "example.net", 300, "MX", 10, "mx1.example.net")]
    [InlineData("example.net. MX 0 .", "example.net", 300, "MX", 0, ".")]
    [InlineData("mx1.example.net. 60 AAAA 2001:0DB8::0007", "mx1.example.net", 60, "AAAA", 0, "2001:db8::7")]
    [InlineData("7.100.51.198.in-addr.arpa. 300 IN PTR mx1.example.net.", "7.100.51.198.in-addr.arpa", 300, "PTR", 0, "mx1.example.net")]
    [InlineData("example.net. 300 IN TXT v=spf1 -all", "example.net", 300, "TXT", 0, "v=spf1 -all")]
    public void TryParse_Line_IsRead(string line, string name, int ttl, string type, int preference, string data)
    {
        Assert.True(ZoneRecord.TryParse(line, out var record, out _));
        Assert.Equal(new ZoneRecord(name, ttl, type, preference, data), record);
    }

    [Theory]
    [InlineData("", "is no record")]
    [InlineData("example.net. 300 IN", "is no record")]
    [InlineData("example.net. 300 IN MX mx1.example.net.", "is no MX")]
    [InlineData("example.net. 300 IN MX 70000 mx1.example.net.", "is no MX")]
    [InlineData("example.net. 300 IN A mx1.example.net.", "holds no address for A")]
    [InlineData("example.net. 300 IN CNAME two words", "holds no host name for CNAME")]
    public void TryParse_FaultyLine_SaysWhatWouldBeRight(string line, string fault)
    {
        Assert.False(ZoneRecord.TryParse(line, out _, out var said));
        Assert.StartsWith(fault, said, StringComparison.Ordinal);
    }
}
