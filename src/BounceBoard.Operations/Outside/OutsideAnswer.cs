namespace BounceBoard.Operations.Outside;

/// <summary>What became of one GET.</summary>
/// <param name="Status">HTTP status; null when no answer came.</param>
/// <param name="MediaType">Without parameters, lower case; empty when not stated.</param>
/// <param name="Body">Empty without status 200.</param>
/// <param name="Problem">Why there is no body, as a sentence; empty when there is one.</param>
/// <param name="IsUnknown">The failure says nothing of the other side: the way there may be shut for this machine only.</param>
internal sealed record OutsideAnswer(int? Status, string MediaType, byte[] Body, string Problem, bool IsUnknown)
{
    /// <summary>Where a redirect leads, which is not followed; null without one.</summary>
    public Uri? Location { get; init; }

    /// <summary>Organization that issued the certificate of the other side; empty where it names none.</summary>
    public string Issuer { get; init; } = "";
}
