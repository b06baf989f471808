using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading.Mails;
using BounceBoard.Mail.Reading.Phrases;

namespace BounceBoard.Mail.Reading.Transcript;

/// <summary>Follows a session line by line: which command each reply answers (also when commands were sent ahead, RFC 2920), and for whom.</summary>
internal sealed class SmtpSession
{
    private const int MostReports = 5000;

    private readonly Queue<(SmtpStage Stage, string? Recipient)> _asked = new([(SmtpStage.Connect, null)]);
    private readonly List<string> _accepted = [];
    private readonly List<BounceReport> _reports = [];
    private readonly List<string> _reply = [];
    private RemoteHost? _remote;
    private string? _banner;
    private string? _sender, _helo;

    /// <summary>The message itself is being sent.</summary>
    public bool InData { get; private set; }

    public void Take(SessionLine line)
    {
        if (line.Speaker is Speaker.Server && Unpacking.TranscriptLines.IsReply(line.Text))
        {
            _reply.Add(line.Text);
            if (line.Text.Length == 3 || line.Text[3] != '-')
            {
                Answer(SmtpReply.Collapsed(string.Join('\n', _reply)));
                _reply.Clear();
            }
        }
        else if (line.Speaker is Speaker.Client)
        {
            Ask(line.Text);
        }
        else if (line.Speaker is Speaker.Note)
        {
            _remote = SessionRemote.Read(line.Text, _remote);
        }
    }

    /// <summary>The reports, each with what was learned of the server until the end.</summary>
    public IReadOnlyList<BounceReport> End()
    {
        if (_reply.Count > 0)
            Answer(SmtpReply.Collapsed(string.Join('\n', _reply)));
        return [.. _reports.Select(report => report with
        {
            RemoteMta = _remote?.Name ?? _banner,
            RemoteIp = _remote?.Ip,
            RemotePort = _remote?.Port,
            RemoteIpSource = _remote?.Ip is null ? FieldSource.Unknown : FieldSource.Stated,
            Marks = _helo is null ? null : new SenderMarks { Greetings = [new SenderGreeting(_helo, null)] },
        })];
    }

    private void Ask(string command)
    {
        if (InData)
        {
            if (command == ".")
            {
                InData = false;
                _asked.Enqueue((SmtpStage.EndOfData, null));
            }
            return;
        }
        if (StageOf(command) is { } stage)
        {
            var address = stage is SmtpStage.RcptTo or SmtpStage.MailFrom ? Address(command) : null;
            _sender = stage is SmtpStage.MailFrom ? address : _sender;
            _helo = stage is SmtpStage.Ehlo ? ReceivedGreeting.NameIn(command.AsSpan(4)) ?? _helo : _helo;
            _asked.Enqueue((stage, stage is SmtpStage.RcptTo ? address : null));
        }
    }

    private void Answer(string reply)
    {
        var code = ((reply[0] - '0') * 100) + ((reply[1] - '0') * 10) + (reply[2] - '0');
        if (code == 334)
        {
            return;
        }
        var (stage, recipient) = _asked.Count > 0 ? _asked.Dequeue() : (SmtpStage.Connect, (string?)null);
        if (stage is SmtpStage.Connect && code == 220)
        {
            _banner = RemoteHost.HostName(reply.Split(' ').ElementAtOrDefault(1) ?? "");
        }
        InData = stage is SmtpStage.Data && code == 354;
        if (code >= 400)
        {
            Refused(stage, recipient, code, reply);
        }
        else if (stage is SmtpStage.RcptTo && recipient is not null)
        {
            _accepted.Add(recipient);
        }
        else if (stage is SmtpStage.EndOfData)
        {
            Add(_accepted, stage, code, reply);
            _accepted.Clear();
        }
    }

    private void Refused(SmtpStage stage, string? recipient, int code, string reply)
    {
        if (stage is SmtpStage.RcptTo)
        {
            Add([recipient], stage, code, reply);
            return;
        }
        // After all recipients were refused, the refusal of DATA ("no valid recipients") says nothing new.
        if (stage is SmtpStage.Data && _accepted.Count == 0 && _reports.Count > 0)
        {
            return;
        }
        IEnumerable<string?> refused = _accepted.Count > 0 ? _accepted : new string?[] { null };
        Add(refused, stage, code, reply);
        _accepted.Clear();
    }

    private void Add(IEnumerable<string?> recipients, SmtpStage stage, int code, string reply) =>
        _reports.AddRange(recipients.Take(Math.Max(0, MostReports - _reports.Count)).Select(recipient => SessionReport.Of(recipient, _sender, stage, code, reply)));

    private static SmtpStage? StageOf(string command) => command.Split(' ', ':')[0].ToUpperInvariant() switch
    {
        "EHLO" or "HELO" or "LHLO" => SmtpStage.Ehlo,
        "STARTTLS" => SmtpStage.StartTls,
        "AUTH" => SmtpStage.Auth,
        "MAIL" => SmtpStage.MailFrom,
        "RCPT" => SmtpStage.RcptTo,
        "DATA" or "BDAT" => SmtpStage.Data,
        "QUIT" => SmtpStage.Quit,
        "." => SmtpStage.EndOfData,
        _ => null,
    };

    private static string? Address(string command)
    {
        var text = command[(command.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        var close = text.IndexOf('>', StringComparison.Ordinal);
        text = text.StartsWith('<') && close > 0 ? text[1..close] : text.Split(' ')[0];
        return text;
    }
}
