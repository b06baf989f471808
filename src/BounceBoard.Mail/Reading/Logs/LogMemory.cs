using System.Net;
using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading.Phrases;

namespace BounceBoard.Mail.Reading.Logs;

/// <summary>What the lines of one log repeat, each made once; see <see cref="Remembered{T}"/> for its bounds.</summary>
internal sealed class LogMemory
{
    /// <summary>The text itself: thousands of reports name one pool.</summary>
    public Remembered<string> Texts { get; } = new(text => text);

    public Remembered<IPAddress?> Addresses { get; } = new(EventReport.Ip);

    public Remembered<RemoteHost?> Servers { get; } = new(text => RemoteHost.Read(text));

    public Remembered<string?> HostNames { get; } = new(text => RemoteHost.HostName(text));

    public Remembered<string?> Domains { get; } = new(RecipientDomains.Read);

    public Remembered<string?> Statuses { get; } = new(text => EnhancedStatusCode.Find(text));

    public Remembered<ReplyReading> Replies { get; } = new(ReplyReading.Of);
}
