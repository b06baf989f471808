using System.Net;
using BounceBoard.Operations.Outside;
using Xunit;

namespace BounceBoard.Operations.Tests.Outside;

/// <summary>security.md T2: nobody makes this machine ask its own network.</summary>
public sealed class GuardedHttpTests
{
    private static readonly Uri Somewhere = new("https://mta-sts.example/.well-known/x");

    [Theory]
    [InlineData("http://example.com/")]
    [InlineData("https://example.com:8443/")]
    [InlineData("https://user:secret@example.com/")]
    [InlineData("ftp://example.com/")]
    [InlineData("file:///etc/passwd")]
    public async Task Get_AnythingButPlainHttps_IsNotAsked(string address)
    {
        var asked = 0;
        using var http = new GuardedHttp((_, _) => { asked++; return Task.FromResult<IPAddress[]>([IPAddress.Loopback]); });

        var fault = await Assert.ThrowsAsync<OutsideException>(() => http.GetAsync(new Uri(address), default));

        Assert.Contains("not an https address on port 443", fault.Message, StringComparison.Ordinal);
        Assert.Equal(0, asked);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.0.0.5")]
    [InlineData("169.254.169.254")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("8.8.8.8", "127.0.0.1")]
    [InlineData]
    public async Task Get_NameWithAnAddressInside_ConnectsNowhere(params string[] addresses)
    {
        using var http = new GuardedHttp((_, _) => Task.FromResult(Array.ConvertAll(addresses, IPAddress.Parse)));

        var fault = await Assert.ThrowsAsync<OutsideException>(() => http.GetAsync(Somewhere, default));

        Assert.Contains("public addresses only", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://0x7f000001/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://0177.0.0.1/")]
    public async Task Get_AddressInsteadOfAName_IsCheckedToo(string address)
    {
        using var http = new GuardedHttp();

        await Assert.ThrowsAsync<OutsideException>(() => http.GetAsync(new Uri(address), default));
    }

    [Fact]
    public async Task Get_NameThatDoesNotExist_SaysSo()
    {
        using var http = new GuardedHttp((_, _) => throw new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.HostNotFound));

        Assert.Contains("mta-sts.example", (await Assert.ThrowsAsync<OutsideException>(() => http.GetAsync(Somewhere, default))).Message, StringComparison.Ordinal);
    }
}
