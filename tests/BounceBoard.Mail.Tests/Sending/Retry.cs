using System.Net;
using System.Net.Security;
using System.Text;
using BounceBoard.Mail.Sending.Retries;
using BounceBoard.TestKit.Smtp;
using Xunit;

namespace BounceBoard.Mail.Tests.Sending;

/// <summary>What every test of a retry needs: a server on loopback, a mail, one conversation.</summary>
internal static class Retry
{
    public const string Sender = "bounces+token@sender.example";
    public const string Recipient = "user@example.net";

    public static byte[] Mail { get; } = Encoding.ASCII.GetBytes(
        "From: news@sender.example\r\nTo: user@example.net\r\nSubject: Hello\r\nMessage-ID: <1@sender.example>\r\n\r\nFirst line\r\n.dotted\r\nlast line\r\n");

    public static RetryServer Server(int port, RetryTls tls = RetryTls.None) => new()
    {
        Host = "localhost",
        Port = port,
        Tls = tls,
        Helo = "retry.sender.example",
        Addresses = [IPAddress.Loopback],
        CommandLimit = TimeSpan.FromSeconds(20),
    };

    public static RetryMessage Message(string recipient = Recipient) => new(Sender, recipient, Mail);

    /// <summary>The ledger that always has room.</summary>
    public static Task<bool> Yes(CancellationToken cancellationToken) => Task.FromResult(true);

    public static RemoteCertificateValidationCallback TrustsAnything => (_, certificate, _, _) => certificate is not null;

    public static Task<RetryOutcome> SendAsync(ScriptedSink sink, RetryMessage message) => SendAsync(Server(sink.Port), message);

    public static Task<RetryOutcome> SendAsync(RetryServer server, RetryMessage message) => SendAsync(server, message, Yes);

    public static async Task<RetryOutcome> SendAsync(RetryServer server, RetryMessage message, Func<CancellationToken, Task<bool>> ledger)
    {
        await using var conversation = await RetryConversation.OpenAsync(server, TrustsAnything, TestContext.Current.CancellationToken);
        var outcome = await conversation.SendAsync(message, ledger, TestContext.Current.CancellationToken);
        await conversation.QuitAsync(TestContext.Current.CancellationToken);
        return outcome;
    }
}
