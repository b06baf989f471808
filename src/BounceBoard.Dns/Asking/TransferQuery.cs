using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using DnsClient;

namespace BounceBoard.Dns.Asking;

/// <summary>
/// Asks a server for a whole zone (AXFR, RFC 5936) and reads no more than the header of the first message, which says whether it
/// would send it; then the connection is closed.
/// </summary>
internal static class TransferQuery
{
    private const int LengthOctets = 2;

    /// <returns>True when it sends the zone; false when it refuses or hangs up; null when it cannot be reached or says nothing.</returns>
    /// <param name="zone">A name whose labels have 1 to 63 ASCII characters.</param>
    public static async Task<bool?> IsGivenAsync(IPEndPoint server, string zone, TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        using var client = new TcpClient(server.AddressFamily);
        try
        {
            await client.ConnectAsync(server, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        catch (SocketException)
        {
            return null;
        }
        return await AnswersAsync(client.GetStream(), zone, either.Token, cancellationToken);
    }

    private static async Task<bool?> AnswersAsync(NetworkStream stream, string zone, CancellationToken either, CancellationToken cancellationToken)
    {
        var id = (ushort)RandomNumberGenerator.GetInt32(ushort.MaxValue + 1);
        var question = WireQuestion.Of(id, flags: 0, zone, (ushort)QueryType.AXFR);
        var head = new byte[LengthOctets + WireQuestion.HeaderLength];
        try
        {
            await stream.WriteAsync((byte[])[.. WireQuestion.Two((ushort)question.Length), .. question], either);
            await stream.ReadExactlyAsync(head, either);
            return Begins(head.AsSpan(LengthOctets), id);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        // Many servers refuse by hanging up.
        catch (IOException)
        {
            return false;
        }
    }

    private static bool Begins(ReadOnlySpan<byte> header, ushort id)
    {
        var flags = BinaryPrimitives.ReadUInt16BigEndian(header[2..]);
        return BinaryPrimitives.ReadUInt16BigEndian(header) == id && (flags & WireQuestion.IsReply) != 0
            && (DnsHeaderResponseCode)(flags & WireQuestion.RcodeBits) == DnsHeaderResponseCode.NoError && BinaryPrimitives.ReadUInt16BigEndian(header[6..]) > 0;
    }
}
