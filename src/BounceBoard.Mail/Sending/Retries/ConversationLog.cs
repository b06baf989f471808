using System.Text;
using BounceBoard.Core.Bounces;
using MailKit;

namespace BounceBoard.Mail.Sending.Retries;

/// <summary>Follows the conversation as it is written and read: at which stage it is, what the server replied, and a transcript without secrets and mail text.</summary>
internal sealed class ConversationLog(RetryServer server) : IProtocolLogger
{
    private const int OpeningRoom = 6_000;
    private const int MessageRoom = 9_900;
    private const int LongestLine = 2_000;
    private const int StartMailInput = 354;

    private readonly ConversationText _opening = new(OpeningRoom);
    private readonly string[] _secrets = Secrets(server);
    private readonly List<byte> _line = [];
    private ConversationText? _message;
    private bool _decided;
    private bool _inBody;
    private bool _isAnswered;
    private long _bodyBytes;

    /// <summary>The step to which the next reply answers.</summary>
    public SmtpStage Stage { get; set; }

    public ReplyLines Reply { get; private set; } = new();

    public string? RemoteName { get; private set; }

    /// <summary>From here on the client's words are secrets.</summary>
    public bool IsSigningIn { get; set; }

    public string Transcript => $"{_opening}{_message}";

    public IAuthenticationSecretDetector? AuthenticationSecretDetector { get; set; }

    private ConversationText Text => _message ?? _opening;

    public void BeginMessage()
    {
        (_message, Reply, Stage) = (new ConversationText(MessageRoom), new ReplyLines(), SmtpStage.MailFrom);
        (_decided, _inBody, _bodyBytes) = (false, false, 0);
    }

    /// <summary>The body is over; the dot follows.</summary>
    public void BeginDot()
    {
        _inBody = false;
        Text.Add("C: ", $"[{_bodyBytes} bytes]");
        (Stage, Reply) = (SmtpStage.EndOfData, new ReplyLines());
    }

    public void LogConnect(Uri uri) => Text.Add("", $"Connected to {uri.Host}:{uri.Port}");

    public void LogClient(byte[] buffer, int offset, int count)
    {
        _inBody |= Stage == SmtpStage.Data && Reply.Code == StartMailInput;
        if (_inBody)
        {
            _bodyBytes += count;
            return;
        }
        foreach (var line in Encoding.UTF8.GetString(buffer, offset, count).Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            Command(line);
        }
    }

    public void LogServer(byte[] buffer, int offset, int count)
    {
        foreach (var octet in buffer.AsSpan(offset, count))
        {
            if (octet == '\n')
            {
                ServerLine();
            }
            else if (_line.Count < LongestLine)
            {
                _line.Add(octet);
            }
        }
    }

    public void Dispose()
    {
    }

    private void Command(string line)
    {
        var verb = line.Split(' ', ':')[0];
        Text.Add("C: ", !IsSigningIn ? ConversationText.Escaped(line) : verb == "AUTH" ? $"AUTH {line.Split(' ')[1]} [hidden]" : "[hidden]");
        if (verb is "RSET" or "QUIT" || _decided)
        {
            // The mail's fate is said; what follows only tidies up.
            _decided = true;
            return;
        }
        Stage = IsSigningIn ? SmtpStage.Auth : verb switch
        {
            "EHLO" or "HELO" => SmtpStage.Ehlo,
            "STARTTLS" => SmtpStage.StartTls,
            "MAIL" => SmtpStage.MailFrom,
            "RCPT" => SmtpStage.RcptTo,
            "DATA" => SmtpStage.Data,
            _ => Stage,
        };
        // What was said to EHLO says why there is no answer to the HELO that follows it.
        _isAnswered = verb == "HELO";
        Reply = _isAnswered ? Reply : new ReplyLines();
    }

    private void ServerLine()
    {
        var line = WithoutSecrets(Encoding.UTF8.GetString([.. _line]).TrimEnd('\r'));
        _line.Clear();
        line = ConversationText.Escaped(line);
        Text.Add("S: ", line);
        if (_decided)
        {
            return;
        }
        Reply = _isAnswered ? new ReplyLines() : Reply;
        _isAnswered = false;
        Reply.Add(line);
        if (Reply.Code is 220 or 250 && Stage is SmtpStage.Connect or SmtpStage.Ehlo && Reply.FirstWord.Length > 0)
        {
            RemoteName = Reply.FirstWord;
        }
    }

    // A server may repeat what it was given.
    private string WithoutSecrets(string line) => _secrets.Aggregate(line, (text, secret) => text.Replace(secret, "[hidden]", StringComparison.Ordinal));

    private static string[] Secrets(RetryServer server) => server.Password.Length == 0
        ? []
        : [server.Password, Base64(server.Password), Base64($"\0{server.User}\0{server.Password}"), Base64($"{server.User}\0{server.User}\0{server.Password}")];

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
