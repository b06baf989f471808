using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace BounceBoard.TestKit.Smtp;

/// <summary>One client of a <see cref="ScriptedSink"/>, from greeting to hang-up.</summary>
internal sealed class SinkSession(ScriptedSink sink, TcpClient client)
{
    private Stream _stream = client.GetStream();
    private SinkInput _input = new(client.GetStream(), sink);
    private string _from = "";
    private string _to = "";
    private bool _isSecure;

    public async Task ServeAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var connection = client;
            client.NoDelay = true;
            if (sink.IsImplicitTls)
            {
                await EncryptAsync(cancellationToken);
            }
            var goesOn = await ActAsync(SinkStage.Banner, "220 sink.test ESMTP", cancellationToken);
            while (goesOn && await _input.LineAsync(cancellationToken) is { } line)
            {
                sink.Commands.Enqueue(line);
                goesOn = await AnswerAsync(line.TrimEnd('\r', '\n'), cancellationToken);
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or IOException or ObjectDisposedException or AuthenticationException or SocketException)
        {
            // The client went away, or the test is over.
        }
    }

    private Task<bool> AnswerAsync(string line, CancellationToken cancellationToken)
    {
        var upper = line.ToUpperInvariant();
        return upper switch
        {
            _ when upper.StartsWith("EHLO", StringComparison.Ordinal) => ActAsync(SinkStage.Ehlo, Greeting(), cancellationToken),
            _ when upper.StartsWith("STARTTLS", StringComparison.Ordinal) => StartTlsAsync(cancellationToken),
            _ when upper.StartsWith("AUTH", StringComparison.Ordinal) => AuthAsync(upper, cancellationToken),
            _ when upper.StartsWith("MAIL FROM:", StringComparison.Ordinal) => MailAsync(line, cancellationToken),
            _ when upper.StartsWith("RCPT TO:", StringComparison.Ordinal) => RecipientAsync(line, cancellationToken),
            "DATA" => DataAsync(cancellationToken),
            "QUIT" => ActAsync(SinkStage.Quit, "221 2.0.0 Bye", cancellationToken, drops: true),
            "RSET" or "NOOP" => SayAsync("250 2.0.0 Ok", cancellationToken),
            _ => SayAsync(sink.ReplyToOther(line) ?? "500 5.5.2 Command not recognized", cancellationToken),
        };
    }

    private string Greeting()
    {
        var lines = new List<string> { "sink.test" };
        lines.AddRange(sink.Extensions);
        if (sink.OffersStartTls && !_isSecure)
        {
            lines.Add("STARTTLS");
        }
        if (sink.Mechanisms.Length > 0 && (_isSecure || sink.OffersAuthInClear))
        {
            lines.Add($"AUTH {sink.Mechanisms}");
        }
        return string.Join("\r\n", lines.Select((text, index) => $"250{(index == lines.Count - 1 ? ' ' : '-')}{text}"));
    }

    private async Task<bool> StartTlsAsync(CancellationToken cancellationToken)
    {
        if (!await ActAsync(SinkStage.StartTls, $"220 2.0.0 Ready{(sink.Injection.Length > 0 ? "\r\n" + sink.Injection : "")}", cancellationToken))
        {
            return false;
        }
        await EncryptAsync(cancellationToken);
        return true;
    }

    private async Task EncryptAsync(CancellationToken cancellationToken)
    {
        var tls = new SslStream(_stream, leaveInnerStreamOpen: false);
        await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = SinkCertificate.Value }, cancellationToken);
        // Whatever stood in the buffer was said before anybody could know who says it.
        (_stream, _input, _isSecure) = (tls, new SinkInput(tls, sink), true);
    }

    private async Task<bool> AuthAsync(string command, CancellationToken cancellationToken)
    {
        var words = command.Split(' ');
        var steps = words[1] == "LOGIN" ? 3 - Math.Min(words.Length, 3) + 1 : words.Length > 2 ? 0 : 1;
        for (var step = 0; step < steps; step++)
        {
            await SayAsync(step + 1 < steps ? "334 VXNlcm5hbWU6" : "334 UGFzc3dvcmQ6", cancellationToken);
            sink.Commands.Enqueue(await _input.LineAsync(cancellationToken) ?? "");
        }
        return await ActAsync(SinkStage.Auth, "235 2.7.0 Authentication successful", cancellationToken);
    }

    private Task<bool> MailAsync(string line, CancellationToken cancellationToken)
    {
        _from = Path(line);
        return ActAsync(SinkStage.MailFrom, "250 2.1.0 Ok", cancellationToken);
    }

    private Task<bool> RecipientAsync(string line, CancellationToken cancellationToken)
    {
        _to = Path(line);
        return ActAsync(SinkStage.RcptTo, sink.ReplyTo(_to) ?? "250 2.1.5 Ok", cancellationToken);
    }

    private async Task<bool> DataAsync(CancellationToken cancellationToken)
    {
        // A script that refuses DATA gets no data.
        if (!await ActAsync(SinkStage.Data, "354 Go on", cancellationToken) || sink.Actions.ContainsKey(SinkStage.Data))
        {
            return !sink.Actions.TryGetValue(SinkStage.Data, out var refusal) || !refusal.Drops;
        }
        if (sink.Actions.TryGetValue(SinkStage.MidBody, out var action))
        {
            await _input.SomeAsync(cancellationToken);
            await sink.PassAsync(SinkStage.MidBody, cancellationToken);
            if (!await PlayAsync(action, cancellationToken))
            {
                return false;
            }
        }
        var raw = await _input.MailAsync(cancellationToken);
        if (raw is null || !await ActAsync(SinkStage.FinalDot, "", cancellationToken))
        {
            return false;
        }
        if (sink.Actions.ContainsKey(SinkStage.FinalDot))
        {
            return true;
        }
        sink.Count(new SinkMail(_from, _to, raw));
        return await ActAsync(SinkStage.Counted, "250 2.0.0 Ok: queued as 4F1", cancellationToken);
    }

    private async Task<bool> ActAsync(SinkStage stage, string usual, CancellationToken cancellationToken, bool drops = false)
    {
        await sink.PassAsync(stage, cancellationToken);
        if (sink.Actions.TryGetValue(stage, out var action))
        {
            return await PlayAsync(action, cancellationToken);
        }
        return (usual.Length == 0 || await SayAsync(usual, cancellationToken)) && !drops;
    }

    private async Task<bool> PlayAsync(SinkAction action, CancellationToken cancellationToken)
    {
        do
        {
            var size = action.Pause is null ? Math.Max(action.Answer.Length, 1) : 1;
            for (var at = 0; at < action.Answer.Length; at += size)
            {
                await _stream.WriteAsync(action.Answer.Slice(at, size), cancellationToken);
                if (action.Pause is { } pause)
                {
                    await Task.Delay(pause, cancellationToken);
                }
            }
        }
        while (action.Repeats);
        return !action.Drops;
    }

    private async Task<bool> SayAsync(string lines, CancellationToken cancellationToken)
    {
        await _stream.WriteAsync(Encoding.UTF8.GetBytes(lines + "\r\n"), cancellationToken);
        return true;
    }

    private static string Path(string line)
    {
        var start = line.IndexOf('<', StringComparison.Ordinal) + 1;
        var end = line.LastIndexOf('>');
        return start > 0 && end >= start ? line[start..end] : "";
    }
}
