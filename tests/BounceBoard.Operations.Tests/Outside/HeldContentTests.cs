using System.Net;
using System.Net.Sockets;
using System.Text;
using BounceBoard.Operations.Outside;
using Xunit;

namespace BounceBoard.Operations.Tests.Outside;

/// <summary>A post that is made once leaves only after its owner agreed, and it is known whether it left.</summary>
public sealed class HeldContentTests
{
    [Fact]
    public async Task Post_OwnerSaysNo_NothingOfTheBodyLeaves()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var heard = HearAsync(listener);
        using var content = new HeldContent("recipient"u8.ToArray(), _ => Task.FromResult(false), default);

        await Assert.ThrowsAnyAsync<Exception>(() => PostAsync(listener, content));

        Assert.True(content is { IsRefused: true, HasLeft: false });
        Assert.DoesNotContain("recipient", await heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ServerHangsUpAfterTheBody_HasLeft()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var (heard, asked) = (HearAsync(listener), 0);
        using var content = new HeldContent("recipient"u8.ToArray(), _ => Task.FromResult(++asked > 0), default);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => PostAsync(listener, content));

        Assert.True(content is { IsRefused: false, HasLeft: true });
        Assert.Equal(1, asked);
        Assert.Contains("recipient", await heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_NobodyListens_TheOwnerIsNotAsked()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var asked = 0;
        using var content = new HeldContent("recipient"u8.ToArray(), _ => Task.FromResult(++asked > 0), default);
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        using var client = new HttpClient();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => client.PostAsync(new Uri($"http://127.0.0.1:{port}/"), content, default));

        Assert.Equal((0, false), (asked, content.HasLeft));
    }

    private static async Task PostAsync(TcpListener listener, HeldContent content)
    {
        using var client = new HttpClient();
        await client.PostAsync(new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/"), content, default);
    }

    // Reads what comes until the body is there or the client goes, and hangs up without a word.
    private static async Task<string> HearAsync(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync();
        var (heard, buffer) = (new StringBuilder(), new byte[4096]);
        while (!heard.ToString().Contains("recipient", StringComparison.Ordinal) && await ReadAsync(client, buffer) is > 0 and var read)
        {
            heard.Append(Encoding.ASCII.GetString(buffer, 0, read));
        }
        return heard.ToString();
    }

    private static async Task<int> ReadAsync(TcpClient client, byte[] buffer)
    {
        try
        {
            return await client.GetStream().ReadAsync(buffer);
        }
        catch (IOException)
        {
            // The client broke off.
            return 0;
        }
    }
}
