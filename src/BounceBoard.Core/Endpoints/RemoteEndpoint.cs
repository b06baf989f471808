using System.Net;

namespace BounceBoard.Core.Endpoints;

/// <summary>Who said no: the name and address of the server that refused, as far as the evidence tells.</summary>
public sealed record RemoteEndpoint(string? Name, IPAddress? Ip)
{
    public static RemoteEndpoint Unknown { get; } = new(null, null);

    public bool IsUnknown => Name is null && Ip is null;
}
