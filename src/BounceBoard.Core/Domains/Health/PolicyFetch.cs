namespace BounceBoard.Core.Domains.Health;

/// <summary>The answer to one GET of <c>https://mta-sts.DOMAIN/.well-known/mta-sts.txt</c> (RFC 8461 §3.3).</summary>
/// <param name="Status">HTTP status; null when no answer came.</param>
/// <param name="MediaType">Without parameters, lower case; empty when not stated.</param>
/// <param name="Body">At most 64 kB (§3.2); empty without status 200.</param>
/// <param name="Problem">Why there is no body (name, certificate, redirect, size, guard), as a sentence; empty otherwise.</param>
/// <param name="IsUnknown">True when the failure says nothing of the domain (no network from here, guard of the house).</param>
public sealed record PolicyFetch(int? Status, string MediaType, string Body, string Problem, bool IsUnknown)
{
    /// <summary>Id of the record as it stood when the policy was fetched; empty when it had none, or is not known.</summary>
    public string Id { get; init; } = "";

    /// <summary>Organization that issued the certificate of the host; empty when it is not known.</summary>
    public string Issuer { get; init; } = "";
}
