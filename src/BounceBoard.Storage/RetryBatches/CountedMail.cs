namespace BounceBoard.Storage.RetryBatches;

/// <summary>What a mail counts as, and the most mails a day of each; all limits are above zero.</summary>
/// <param name="Domain">Recipient domain.</param>
/// <param name="Route">Id of the route, as text.</param>
public sealed record CountedMail(string Domain, string Route, int OfTenant, int OfDomain, int OfRoute, int OfInstallation);
