using System.Net;

namespace BounceBoard.Storage.Domains;

/// <summary>One way in which a tenant's mail was sent, as evidence of refusals tells it; empty text where it does not tell.</summary>
public sealed record SeenSenderRow
{
    /// <summary><c>d</c> of a signature, lower case.</summary>
    public string DkimDomain { get; init; } = "";

    /// <summary><c>s</c> of the same signature, lower case.</summary>
    public string DkimSelector { get; init; } = "";

    /// <summary>Of the envelope sender, lower case; empty for the null sender too.</summary>
    public string EnvelopeDomain { get; init; } = "";

    /// <summary>Of the From field, lower case.</summary>
    public string AuthorDomain { get; init; } = "";

    public IPAddress? SendingIp
    {
        get => IPAddress.TryParse(SendingIpText, out var address) ? address : null;
        init => SendingIpText = value?.ToString() ?? "";
    }

    /// <summary>What the sending server called itself.</summary>
    public string Helo { get; init; } = "";

    public string Pool { get; init; } = "";

    /// <summary>A trusted source told of it, or of a message that it is about; else anybody may have made it up.</summary>
    public bool Verified { get; init; }

    /// <summary>Refusals that were first told in this way; another source that completes one adds none.</summary>
    public long Reports { get; init; }

    /// <summary>Time of the last refusal.</summary>
    public DateTimeOffset LastAt { get; init; }

    internal string SendingIpText { get; init; } = "";
}
