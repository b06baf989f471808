using System.Text.Json;
using BounceBoard.Core.Addresses;

namespace BounceBoard.Core.Domains.Registration;

/// <summary>Which server knows the registrations of which top-level domain (RFC 9224 §4).</summary>
public sealed class RdapBootstrap
{
    private readonly Dictionary<string, Uri> _servers;

    private RdapBootstrap(Dictionary<string, Uri> servers) => _servers = servers;

    /// <returns>The list, or null with the problem as a sentence. Entries without an https address are left out: nothing is asked in the clear.</returns>
    public static RdapBootstrap? Parse(ReadOnlyMemory<byte> json, out string problem)
    {
        problem = "The list of registration servers cannot be read.";
        try
        {
            using var document = JsonDocument.Parse(json, RdapJson.Options);
            var servers = new Dictionary<string, Uri>(StringComparer.OrdinalIgnoreCase);
            foreach (var service in RdapJson.Items(RdapJson.Find(document.RootElement, "services")))
            {
                if (RdapJson.Items(service).ToList() is not [var names, var addresses, ..] ||
                    RdapJson.Texts(addresses).Select(AddressOf).FirstOrDefault(address => address is not null) is not { } server)
                {
                    continue;
                }
                foreach (var name in RdapJson.Texts(names))
                {
                    servers.TryAdd(name, server);
                }
            }
            problem = servers.Count > 0 ? "" : "The list of registration servers names none.";
            return servers.Count > 0 ? new RdapBootstrap(servers) : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <returns>Where to ask for a registered name: the longest entry counts (§4); null when no server is listed.</returns>
    public Uri? AddressFor(DomainName name)
    {
        for (var suffix = name.Value; suffix.Length > 0; suffix = Above(suffix))
        {
            if (_servers.TryGetValue(suffix, out var server))
            {
                return new Uri(server, $"domain/{name.Value}");
            }
        }
        return null;
    }

    private static string Above(string name) => name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? name[(dot + 1)..] : "";

    // Every address ends in a slash (§3); one without would lose its last part.
    private static Uri? AddressOf(string text) =>
        Uri.TryCreate(text.EndsWith('/') ? text : text + "/", UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps ? address : null;
}
