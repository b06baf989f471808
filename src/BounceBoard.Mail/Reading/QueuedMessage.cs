using BounceBoard.Core.Bounces;

namespace BounceBoard.Mail.Reading;

/// <summary>What a log told of one message so far.</summary>
internal sealed class QueuedMessage(string key)
{
    /// <summary>Waiting recipients remembered for one message; a list with more keeps the first ones.</summary>
    private const int MostWaiting = 50;

    private Dictionary<string, BounceReport>? _waiting;

    public string Key { get; } = key;

    public string? MessageId { get; set; }

    public string? Sender { get; set; }

    /// <summary>Who is connected, where a log names the client only when it connects.</summary>
    public System.Net.IPAddress? Client { get; set; }

    /// <summary>The last delay of each recipient: what an expiry, which names no recipient, is about.</summary>
    public IReadOnlyCollection<BounceReport> Waiting => _waiting is null ? [] : _waiting.Values;

    public void Waits(BounceReport delay)
    {
        _waiting ??= new Dictionary<string, BounceReport>(StringComparer.Ordinal);
        if (delay.Recipient is { } recipient && (_waiting.Count < MostWaiting || _waiting.ContainsKey(recipient)))
        {
            _waiting[recipient] = delay;
        }
    }

    public void NoLongerWaits(string? recipient)
    {
        if (recipient is not null)
        {
            _waiting?.Remove(recipient);
        }
    }
}
