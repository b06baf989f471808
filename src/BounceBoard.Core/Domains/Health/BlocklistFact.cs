namespace BounceBoard.Core.Domains.Health;

/// <summary>What one list says of one address or domain (RFC 5782).</summary>
/// <param name="Zone">Zone of the list, the key into the catalogue of lists.</param>
/// <param name="Subject">Address or domain that was asked for.</param>
/// <param name="Codes">127.0.0.0/8 answers, in order; empty when there is none.</param>
/// <param name="Reason">TXT of the listing; empty when there is none.</param>
public sealed record BlocklistFact(string Zone, string Subject, ListingState State, IReadOnlyList<string> Codes, string Reason);
