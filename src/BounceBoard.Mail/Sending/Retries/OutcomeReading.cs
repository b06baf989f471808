using System.Net;
using System.Net.Sockets;
using BounceBoard.Core.Bounces;

namespace BounceBoard.Mail.Sending.Retries;

/// <summary>Reads from the log and the fault how a mail ended. A whole reply decides; without one it depends on whether the dot had left.</summary>
internal sealed class OutcomeReading(ConversationLog log, Socket? socket = null)
{
    private readonly IPAddress? _remote = (socket?.RemoteEndPoint as IPEndPoint)?.Address;
    private readonly IPAddress? _local = (socket?.LocalEndPoint as IPEndPoint)?.Address;

    public string? Encryption { get; set; }

    /// <param name="fault">Null when MailKit saw the mail accepted.</param>
    public RetryOutcome Of(Exception? fault, bool dotHasLeft)
    {
        var kind = log.Reply.Code switch
        {
            >= 200 and < 300 when dotHasLeft => RetryOutcomeKind.Accepted,
            >= 400 and < 500 => RetryOutcomeKind.Deferred,
            >= 500 and < 600 => RetryOutcomeKind.Refused,
            _ => dotHasLeft ? RetryOutcomeKind.InDoubt : RetryOutcomeKind.NotSent,
        };
        var heard = kind is not (RetryOutcomeKind.InDoubt or RetryOutcomeKind.NotSent);
        return With(kind, heard ? log.Reply.Text : Silence(fault)) with
        {
            Code = heard ? log.Reply.Code : null,
            EnhancedStatus = heard ? EnhancedStatusCode.Find(log.Reply.Text) : null,
        };
    }

    public RetryOutcome Unsendable(string reason) => With(RetryOutcomeKind.NotSent, reason) with { Unsendable = true };

    private RetryOutcome With(RetryOutcomeKind kind, string reply) => new()
    {
        Kind = kind,
        Stage = log.Stage,
        Reply = reply,
        RemoteName = log.RemoteName,
        RemoteAddress = _remote,
        LocalAddress = _local,
        Encryption = Encryption,
        Transcript = log.Transcript,
    };

    private string Silence(Exception? fault) => fault switch
    {
        OperationCanceledException => "No whole reply came in time, or the sending was stopped.",
        null => $"The reply means nothing here: {log.Reply.Text}",
        _ when log.Reply.IsEmpty => fault.Message,
        _ => $"{ConversationText.Escaped(fault.Message)} Heard so far: {log.Reply.Text}",
    };
}
