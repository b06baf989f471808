using System.Net.Security;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace BounceBoard.Mail.Sending;

/// <summary>Hands one mail to a server. A password is sent over an encrypted connection only.</summary>
/// <param name="patience">For the whole conversation.</param>
/// <param name="trust">Who vouches for a certificate; null: the machine's list of authorities.</param>
public sealed class SmtpSubmission(TimeSpan patience, RemoteCertificateValidationCallback? trust = null)
{
    public async Task<SmtpOutcome> SendAsync(SmtpServer server, OutgoingMail mail, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient { Timeout = (int)patience.TotalMilliseconds, ServerCertificateValidationCallback = trust };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        try
        {
            await client.ConnectAsync(server.Host, server.Port, Options(server.Tls), limit.Token);
            if (server.User.Length > 0)
            {
                if (!client.IsSecure)
                {
                    return new SmtpOutcome(SmtpVerdict.Deferred, "The connection is not encrypted, so nobody signs in.");
                }
                await client.AuthenticateAsync(server.User, server.Password, limit.Token);
            }
            var reply = await client.SendAsync(OutgoingMessage.Of(mail), limit.Token);
            await QuitAsync(client, limit.Token);
            return new SmtpOutcome(SmtpVerdict.Accepted, reply);
        }
        catch (SmtpCommandException refusal)
        {
            return new SmtpOutcome(
                (int)refusal.StatusCode >= 500 ? SmtpVerdict.Refused : SmtpVerdict.Deferred, $"{(int)refusal.StatusCode} {refusal.Message}");
        }
        catch (AuthenticationException refusal)
        {
            return new SmtpOutcome(SmtpVerdict.Deferred, $"{server} did not let us sign in: {refusal.Message}");
        }
        catch (Exception fault) when (fault is SocketException or IOException or TimeoutException or SslHandshakeException or NotSupportedException
            or SmtpProtocolException or ServiceNotConnectedException
            || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new SmtpOutcome(SmtpVerdict.Deferred, $"{server} did not answer: {fault.Message}");
        }
    }

    // The mail is taken: what goes wrong from here on must not have it sent again.
    private static async Task QuitAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.DisconnectAsync(true, cancellationToken);
        }
        catch (Exception fault) when (fault is SocketException or IOException or TimeoutException or OperationCanceledException or ProtocolException
            or CommandException)
        {
            // The connection is closed by disposing of the client.
        }
    }

    private static SecureSocketOptions Options(SmtpTls tls) => tls switch
    {
        // Not "when available": a stripped offer must end the session, not the encryption.
        SmtpTls.StartTls => SecureSocketOptions.StartTls,
        SmtpTls.Implicit => SecureSocketOptions.SslOnConnect,
        SmtpTls.None => SecureSocketOptions.None,
    };
}
