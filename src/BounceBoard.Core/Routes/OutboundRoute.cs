using System.Net;

namespace BounceBoard.Core.Routes;

/// <summary>A configured way out that overrides the recipient domain's MX.</summary>
/// <param name="Pattern">Recipient domain or pattern it matches (<c>example.net</c>, <c>.example.net</c>, <c>*</c>); <c>*</c> for a smarthost.</param>
/// <param name="Host">Next hop, lower case, or an address; null for a line that names none (<c>error:</c>, <c>local:</c>).</param>
/// <param name="LookUpMx">True when the host's own MX is looked up (a Postfix next hop without brackets).</param>
/// <param name="Addresses">Known addresses of the host, from configuration; may be empty.</param>
/// <param name="Pool">Sender pool it holds for; null for all.</param>
/// <param name="Line">The line as written, for naming it to a person.</param>
/// <param name="LineNumber">1-based line in the pasted table; 0 when typed in.</param>
public sealed record OutboundRoute(
    RouteKind Kind, string Pattern, string? Host, int? Port, bool LookUpMx, IReadOnlyList<IPAddress> Addresses, string? Pool, string Line, int LineNumber);
