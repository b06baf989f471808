namespace BounceBoard.Core.Domains.Health;

/// <summary>One way in which mail was sent, as trusted evidence of bounces tells it. Names are lower case, and empty where the evidence does not tell.</summary>
/// <param name="EnvelopeDomain">Of MAIL FROM, which SPF judges.</param>
/// <param name="AuthorDomain">Of the From field, which DMARC protects.</param>
/// <param name="DkimDomain"><c>d</c> of a signature; empty also for mail that was not signed.</param>
/// <param name="Pool">The tenant's name of the sender.</param>
/// <param name="Reports">Bounces that were first told in this way; 0 where another source told of each before.</param>
/// <param name="LastAt">Time of the last of them.</param>
public sealed record SeenSender(string EnvelopeDomain, string AuthorDomain, string DkimDomain, string Pool, long Reports, DateTimeOffset LastAt);
