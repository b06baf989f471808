namespace BounceBoard.Operations.Webhooks;

/// <summary>What became of the question who posted.</summary>
internal abstract record WebhookProof
{
    private WebhookProof()
    {
    }

    /// <summary>The service posted it.</summary>
    /// <param name="Nonce">Tells this post from every other; at most 100 characters.</param>
    public sealed record Good(string Nonce) : WebhookProof;

    /// <summary>The service asks whether its posts are wanted here: the address is to be fetched.</summary>
    public sealed record Asks(string Nonce, string Topic, Uri Confirm) : WebhookProof;

    /// <summary>The service says something that is no event.</summary>
    public sealed record Note(string Nonce, string Text) : WebhookProof;

    /// <summary>It was not the service, or nobody can tell.</summary>
    /// <param name="Problem">What is wrong and what to do.</param>
    public sealed record Bad(string Problem) : WebhookProof;

    /// <summary>It cannot be checked now; the service shall come again.</summary>
    public sealed record Later(string Problem) : WebhookProof;
}
