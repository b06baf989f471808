using DnsClient;

namespace BounceBoard.Dns.Asking;

/// <summary>Puts one question somewhere and brings back what was said, failures included.</summary>
internal interface IAsking
{
    /// <param name="name">Name in A-labels.</param>
    Task<Reply> AskAsync(string name, QueryType type, CancellationToken cancellationToken);
}
