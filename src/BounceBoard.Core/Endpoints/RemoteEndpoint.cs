using System.Net;
using BounceBoard.Core.Bounces;

namespace BounceBoard.Core.Endpoints;

/// <summary>Who said no: the name and address of the server that refused, as far as the evidence tells.</summary>
public sealed record RemoteEndpoint(string? Name, IPAddress? Ip)
{
    /// <summary>Its own log tells of the refusal, and that log is ours: whatever its name or address is, it is our server.</summary>
    public bool IsOurs { get; init; }

    public static RemoteEndpoint Unknown { get; } = new(null, null);

    /// <summary>Who refused according to a report.</summary>
    public static RemoteEndpoint Of(string? name, IPAddress? ip, ReportSide side) => new(name, ip) { IsOurs = side is ReportSide.Receiving };

    public bool IsUnknown => Name is null && Ip is null;
}
