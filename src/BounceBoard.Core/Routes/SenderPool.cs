using System.Net;

namespace BounceBoard.Core.Routes;

/// <summary>A named group of sending addresses.</summary>
public sealed record SenderPool(string Name, IReadOnlyList<IPAddress> Addresses);
