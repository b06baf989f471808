using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using DnsClient;

namespace BounceBoard.Dns.Asking;

/// <summary>
/// One question with the CD flag (RFC 4035 §3.2.2), which the library cannot set: the resolver then hands out what it has not
/// validated. Only whether it answers is read, so that the header is enough.
/// </summary>
internal static class UncheckedQuery
{
    private const ushort RecursionDesired = 0x0100;
    private const ushort CheckingDisabled = 0x0010;

    /// <returns>True when the resolver has an answer, also that there is no such name.</returns>
    /// <param name="name">A name whose labels have 1 to 63 ASCII characters.</param>
    public static async Task<bool> IsAnsweredAsync(
        IPEndPoint server, string name, QueryType type, TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        using var socket = new UdpClient(server.AddressFamily);
        var id = (ushort)RandomNumberGenerator.GetInt32(ushort.MaxValue + 1);
        try
        {
            // Connected: the system drops what comes from anybody else.
            socket.Connect(server);
            await socket.SendAsync(WireQuestion.Of(id, RecursionDesired | CheckingDisabled, name, (ushort)type), either.Token);
            while (true)
            {
                var reply = (await socket.ReceiveAsync(either.Token)).Buffer;
                if (reply.Length >= WireQuestion.HeaderLength && BinaryPrimitives.ReadUInt16BigEndian(reply) == id)
                    return IsAnswer(BinaryPrimitives.ReadUInt16BigEndian(reply.AsSpan(2)));
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static bool IsAnswer(ushort flags) =>
        (flags & WireQuestion.IsReply) != 0
        && (DnsHeaderResponseCode)(flags & WireQuestion.RcodeBits) is DnsHeaderResponseCode.NoError or DnsHeaderResponseCode.NotExistentDomain;
}
