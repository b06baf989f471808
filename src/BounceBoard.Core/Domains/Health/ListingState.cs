namespace BounceBoard.Core.Domains.Health;

/// <summary>
/// QueryRefused: the list answered that it does not serve this resolver (127.255.255.0/24), which is no listing. NotBelieved: the
/// list failed its own test points (RFC 5782 §5): lists everything, or nothing. Unknown: no usable answer.
/// </summary>
public enum ListingState { Unknown, NotListed, Listed, QueryRefused, NotBelieved }
