using System.Net.Security;
using BounceBoard.Core.Bounces;
using MailKit.Security;
using MimeKit;

namespace BounceBoard.Mail.Sending.Retries;

/// <summary>An open connection to one server, over which mails go one after the other. The final dot of each leaves only after the caller's ledger
/// has it: better not sent than twice.</summary>
public sealed class RetryConversation : IAsyncDisposable
{
    private readonly RetryServer _server;
    private readonly ConversationLog _log;
    private readonly RetryClient _client;
    private readonly CancellationTokenSource _command = new();
    private readonly CancellationTokenSource _whole = new();
    private readonly CancellationTokenRegistration _wholeEndsCommand;
    private GuardedStream? _stream;
    private OutcomeReading? _ends;

    private RetryConversation(RetryServer server, RemoteCertificateValidationCallback? trust)
    {
        _server = server;
        _log = new ConversationLog(server);
        _client = new RetryClient(_log)
        {
            LocalDomain = server.Helo,
            // Direct to an MX nobody vouches for its certificate; encryption against listeners is what can be had (RFC 7435).
            ServerCertificateValidationCallback = server.Tls == RetryTls.Opportunistic ? (_, certificate, _, _) => certificate is not null : trust,
        };
        _wholeEndsCommand = _whole.Token.Register(_command.Cancel);
    }

    /// <summary>Why nothing (more) can be sent here; null while the connection stands.</summary>
    public RetryOutcome? Fault { get; private set; }

    /// <summary>Connects, encrypts and signs in; what went wrong stands in <see cref="Fault"/>.</summary>
    /// <param name="trust">Who vouches for a certificate; null: the machine's list of authorities.</param>
    public static async Task<RetryConversation> OpenAsync(
        RetryServer server, RemoteCertificateValidationCallback? trust, CancellationToken cancellationToken)
    {
        var conversation = new RetryConversation(server, trust);
        await conversation.OpenAsync(cancellationToken);
        return conversation;
    }

    /// <summary>Sends one mail. Once the dot may leave, cancelling has no effect any more: the reply is waited for.</summary>
    /// <param name="beforeFinalDot">Asked when every byte but the final dot has left; false, or a fault of its database, ends the connection without the dot.</param>
    public async Task<RetryOutcome> SendAsync(
        RetryMessage message, Func<CancellationToken, Task<bool>> beforeFinalDot, CancellationToken cancellationToken)
    {
        _log.BeginMessage();
        if (Fault is not null || _stream is null)
        {
            return Fault ?? throw new ObjectDisposedException(nameof(RetryConversation));
        }
        if (!RetryParcel.TryPack(message, _client.Capabilities, out var parcel, out var reason))
        {
            return Ends.Unsendable(reason);
        }
        using var dot = new FinalDot(_log, _stream, beforeFinalDot, _command, cancellationToken);
        Begin();
        var fault = await ConversationSteps.TryAsync(
            token => _client.SendAsync(parcel.Format, Message(parcel, dot), parcel.Sender, [parcel.Recipient], token), _command.Token);
        var outcome = Ends.Of(fault, dot.HasLeft);
        if (!_client.IsConnected || outcome.Code == 421 || outcome.Kind is RetryOutcomeKind.NotSent or RetryOutcomeKind.InDoubt)
        {
            _stream.Abort();
            Fault = outcome with { Kind = RetryOutcomeKind.NotSent, Code = null, Reply = $"The connection ended before: {outcome.Reply}" };
        }
        return outcome;
    }

    /// <summary>Says QUIT and closes. The mails are decided: nothing that goes wrong here matters.</summary>
    public async Task QuitAsync(CancellationToken cancellationToken)
    {
        if (Fault is null)
        {
            Begin();
            await using var stop = cancellationToken.Register(_command.Cancel);
            await ConversationSteps.TryAsync(token => _client.DisconnectAsync(true, token), _command.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        if (_stream is not null)
        {
            await _stream.DisposeAsync();
        }
        await _wholeEndsCommand.DisposeAsync();
        _whole.Dispose();
        _command.Dispose();
    }

    private OutcomeReading Ends => _ends ??= new OutcomeReading(_log);

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        await using var stop = cancellationToken.Register(_command.Cancel);
        _whole.CancelAfter(_server.ConversationLimit);
        _command.CancelAfter(_server.CommandLimit);
        var fault = _server.User.Length > 0 && _server.Tls is RetryTls.None or RetryTls.Opportunistic
            ? new AuthenticationException("Nobody signs in over a connection that is not surely encrypted.")
            : await ConversationSteps.TryAsync(_ => ConnectAsync(), _command.Token);
        if (fault is not null)
        {
            Fault = Ends.Of(fault, dotHasLeft: false);
        }
    }

    private async Task ConnectAsync()
    {
        var socket = await RetryConnection.OpenAsync(_server, _command.Token);
        _stream = new GuardedStream(socket, _command, _server.CommandLimit);
        _ends = new OutcomeReading(_log, socket);
        _stream.Rest();
        await _client.ConnectAsync(_stream, _server.Host, _server.Port, ConversationSteps.Options(_server.Tls), _command.Token);
        _ends.Encryption = _client.IsSecure ? _client.SslProtocol.ToString() : null;
        if (_server.User.Length > 0)
        {
            _log.Stage = SmtpStage.Auth;
            if (!_client.IsSecure)
            {
                throw new AuthenticationException("The connection is not encrypted, so nobody signs in.");
            }
            _log.IsSigningIn = true;
            await _client.AuthenticateAsync(_server.User, _server.Password, _command.Token);
            _log.IsSigningIn = false;
        }
        _client.OneCommandAtATime();
    }

    private MimeMessage Message(RetryParcel parcel, FinalDot dot)
    {
        _client.Size = parcel.Content.Size;
        return parcel.Content.Message(dot.AskAsync);
    }

    private void Begin()
    {
        _whole.CancelAfter(_server.ConversationLimit);
        _stream?.Rest();
    }
}
