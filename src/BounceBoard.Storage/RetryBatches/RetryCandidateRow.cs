using System.Net;

namespace BounceBoard.Storage.RetryBatches;

/// <summary>One person of an incident's window, by the refusal that a retry would answer.</summary>
public sealed record RetryCandidateRow
{
    public required long RefusalId { get; init; }

    /// <summary>As submitted, case kept.</summary>
    public required string Recipient { get; init; }

    public required string RecipientKey { get; init; }

    public required string Domain { get; init; }

    /// <summary>Envelope sender; null where no evidence names one.</summary>
    public string? Sender { get; init; }

    public string? Pool { get; init; }

    public string? RemoteMta { get; init; }

    public IPAddress? RemoteIp { get; init; }

    public IPAddress? SendingIp { get; init; }

    public string? DkimDomain { get; init; }

    public string? DkimSelector { get; init; }

    /// <summary>A source that we trust vouches for it, or it names a mail that we know.</summary>
    public required bool Verified { get; init; }

    /// <summary>Event time.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
