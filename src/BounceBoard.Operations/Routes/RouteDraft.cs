using System.Net;
using BounceBoard.Core.Routes;

namespace BounceBoard.Operations.Routes;

/// <summary>A way out as a person typed or pasted it.</summary>
/// <param name="Pool">Name of the pool it holds for; null for all mail.</param>
/// <param name="Addresses">Known addresses of the next hop; may be empty.</param>
/// <param name="Text">A smarthost (<c>host[:port]</c>), or a whole transport(5) or manualroute table.</param>
public sealed record RouteDraft(string Name, RouteKind Kind, string? Pool, IReadOnlyList<IPAddress> Addresses, string Text);
