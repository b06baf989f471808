using System.Net;

namespace BounceBoard.Core.Domains.Health;

/// <summary>An address that the zone above gives for a name server (RFC 1034 §4.2.1).</summary>
/// <param name="Name">Name server, lower case.</param>
public sealed record GlueFact(string Name, IPAddress Address);
