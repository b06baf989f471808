namespace BounceBoard.Web.Domains.Health;

/// <summary>One term of an SPF record as the tree shows it.</summary>
/// <param name="Term">As written.</param>
/// <param name="Lookups">Look-ups it costs, all below it included; at most ten for the whole record (RFC 7208 §4.6.4).</param>
/// <param name="Record">The record it leads to; empty where it leads to none.</param>
/// <param name="Notes">What is wrong or worth knowing, one sentence each.</param>
public sealed record SpfNode(string Term, int Lookups, string Record, IReadOnlyList<string> Notes, IReadOnlyList<SpfNode> Below);
