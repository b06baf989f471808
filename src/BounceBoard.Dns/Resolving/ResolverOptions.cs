namespace BounceBoard.Dns.Resolving;

/// <summary>A resolver of the section <c>Dns:Resolvers</c>.</summary>
public sealed class ResolverOptions
{
    /// <summary>Name under which its answers are stored; the address when left out.</summary>
    public string? Name { get; set; }

    /// <summary>IPv4 or IPv6 address.</summary>
    public string Address { get; set; } = "";

    public int Port { get; set; } = 53;

    /// <summary>The name, or the address with its port where that is not 53.</summary>
    public string NameOrAddress => !string.IsNullOrWhiteSpace(Name) ? Name.Trim() : Port == 53 ? Address : $"{Address}:{Port}";
}
