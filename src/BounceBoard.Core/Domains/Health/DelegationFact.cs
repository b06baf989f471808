namespace BounceBoard.Core.Domains.Health;

/// <summary>What one server of the zone above says of the domain's name servers (RFC 1034 §4.2.2).</summary>
/// <param name="Parent">Zone above.</param>
/// <param name="Server">Name of its server that was asked.</param>
/// <param name="Names">Name servers of the domain as delegated, lower case; empty without a referral.</param>
/// <param name="Glue">Addresses sent along; not every name needs one, and not every one fits.</param>
public sealed record DelegationFact(string Parent, string Server, DelegationState State, IReadOnlyList<string> Names, IReadOnlyList<GlueFact> Glue);
