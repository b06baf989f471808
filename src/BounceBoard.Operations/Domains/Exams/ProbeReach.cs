using System.Net;
using BounceBoard.Core.Endpoints;

namespace BounceBoard.Operations.Domains.Exams;

/// <summary>Which addresses an examination may connect to: public ones, and the networks that the installation names.</summary>
internal sealed class ProbeReach(IEnumerable<IPNetwork> privateNetworks)
{
    private readonly List<IPNetwork> _private = [.. privateNetworks];

    public static ProbeReach Of(ProbeOptions options) => new(options.PrivateNetworks.Select(text => IPNetwork.Parse(text)));

    public bool Allows(IPAddress address) => PublicAddresses.Contains(address) || _private.Exists(network => network.Contains(address));

    /// <summary>Why nobody connects there, as a sentence.</summary>
    public static string Refusal(IPAddress address) => $"{address} is no public address, and this installation does not connect to it (setting Probes:PrivateNetworks).";
}
