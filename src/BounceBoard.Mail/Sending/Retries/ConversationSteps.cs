using System.Net.Sockets;
using MailKit;
using MailKit.Security;

namespace BounceBoard.Mail.Sending.Retries;

/// <summary>What the steps of a conversation have in common: how they may end, and how they are encrypted.</summary>
internal static class ConversationSteps
{
    // What a conversation may end with; anything else is a fault of the program.
    public static async Task<Exception?> TryAsync(Func<CancellationToken, Task> step, CancellationToken cancellationToken)
    {
        try
        {
            await step(cancellationToken);
            return null;
        }
        catch (Exception fault) when (fault is IOException or SocketException or TimeoutException or OperationCanceledException
            or ProtocolException or CommandException or AuthenticationException or SslHandshakeException or NotSupportedException
            or ServiceNotConnectedException or ServiceNotAuthenticatedException or ObjectDisposedException)
        {
            return fault;
        }
    }

    public static SecureSocketOptions Options(RetryTls tls) => tls switch
    {
        // Not "when available": a stripped offer must end the session, not the encryption.
        RetryTls.StartTls => SecureSocketOptions.StartTls,
        RetryTls.Implicit => SecureSocketOptions.SslOnConnect,
        RetryTls.None => SecureSocketOptions.None,
        RetryTls.Opportunistic => SecureSocketOptions.StartTlsWhenAvailable,
    };
}
