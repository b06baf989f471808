using System.Net;

namespace BounceBoard.Web.Routes;

/// <param name="Id">Null for a new pool.</param>
public sealed record PoolDraft(long? Id, string Name, IReadOnlyList<IPAddress> Addresses);
