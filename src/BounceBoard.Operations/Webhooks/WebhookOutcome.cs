using BounceBoard.Core.Webhooks;
using BounceBoard.Operations.Evidence;

namespace BounceBoard.Operations.Webhooks;

/// <summary>What became of a post.</summary>
public abstract record WebhookOutcome
{
    private WebhookOutcome()
    {
    }

    /// <summary>It is stored.</summary>
    public sealed record Stored(IntakeResult Receipt) : WebhookOutcome;

    /// <summary>It was no event, and is answered.</summary>
    public sealed record Noted(string Text) : WebhookOutcome;

    /// <summary>There is no such address.</summary>
    public sealed record Unknown : WebhookOutcome;

    /// <summary>It is not proven who posts; counted, nothing stored.</summary>
    public sealed record Forged(string Problem) : WebhookOutcome;

    /// <summary>It was taken before; counted, nothing stored.</summary>
    public sealed record Replayed(WebhookProvider Provider) : WebhookOutcome;

    /// <summary>The tenant takes nothing in.</summary>
    public sealed record Closed(string Problem) : WebhookOutcome;

    /// <summary>It cannot be taken now; the service shall come again.</summary>
    public sealed record Later(string Problem) : WebhookOutcome;
}
