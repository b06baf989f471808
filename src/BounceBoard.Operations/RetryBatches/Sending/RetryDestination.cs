using System.Net;

namespace BounceBoard.Operations.RetryBatches.Sending;

/// <summary>Where a recipient's mail goes.</summary>
/// <param name="Name">Names it among all nodes: one connection at a time goes there. <c>route 5</c>, <c>mx mx1.example.net</c>.</param>
/// <param name="IsShared">All tenants share it.</param>
/// <param name="Host">For people and for the connection; empty when nothing is connected to.</param>
/// <param name="Addresses">Checked addresses to connect to; empty: those of the host.</param>
/// <param name="Problem">Why nothing can be sent there now, in words; null when it can.</param>
internal sealed record RetryDestination(string Name, bool IsShared, string Host, IReadOnlyList<IPAddress> Addresses, string? Problem = null)
{
    /// <summary>The problem will not go away by itself: the recipient is left out with the problem's words.</summary>
    public bool IsFinal { get; init; }

    /// <summary>Two recipients share a connection.</summary>
    public bool IsSameAs(RetryDestination other) => Name == other.Name && IsShared == other.IsShared;
}
