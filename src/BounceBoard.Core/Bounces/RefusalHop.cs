using System.Net;

namespace BounceBoard.Core.Bounces;

/// <summary>One server on the way of a refusal that others passed on.</summary>
/// <param name="Mta">Lower case, without a type prefix; null when the evidence does not name it.</param>
/// <param name="Reply">Its own words, without those of the servers behind it; null when it took the message and reported later.</param>
/// <param name="Source">Derived where only the returned header or the report's sender shows that it had the message.</param>
public sealed record RefusalHop(string? Mta, IPAddress? Ip, int? Port, string? Reply, FieldSource Source)
{
    /// <summary>True when both have a name, or an address, in common.</summary>
    public bool Is(string? mta, IPAddress? ip) =>
        (Ip is not null && Ip.Equals(ip)) || (Mta is not null && string.Equals(Mta, mta, StringComparison.OrdinalIgnoreCase) && (Ip is null || ip is null));

    /// <summary>As a sentence names it: name, address, or both.</summary>
    public string Shown => (Mta, Ip) switch
    {
        ({ } name, { } ip) => $"{name} ({ip})",
        ({ } name, null) => name,
        (null, { } ip) => ip.ToString(),
        (null, null) => "an unnamed server",
    };
}
