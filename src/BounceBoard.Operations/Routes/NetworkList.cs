using System.Net;

namespace BounceBoard.Operations.Routes;

/// <summary>Networks as a person types them, with every line that is none.</summary>
/// <param name="Problems">One sentence per bad line, with its number.</param>
public sealed record NetworkList(IReadOnlyList<IPNetwork> Networks, IReadOnlyList<string> Problems)
{
    /// <summary>One network in CIDR form or one address per line; empty lines are skipped.</summary>
    public static NetworkList Read(IReadOnlyList<string> lines)
    {
        var (networks, problems) = (new List<IPNetwork>(), new List<string>());
        foreach (var (line, number) in lines.Select((line, index) => (line.Trim(), index + 1)).Where(line => line.Item1.Length > 0))
        {
            if (IPNetwork.TryParse(line, out var network) && network.PrefixLength > 0)
            {
                networks.Add(network);
            }
            else if (!line.Contains('/', StringComparison.Ordinal) && IPAddress.TryParse(line, out var address))
            {
                networks.Add(new IPNetwork(address, address.GetAddressBytes().Length * 8));
            }
            else
            {
                problems.Add($"Line {number}: '{Cut(line)}' is not a network. Write it like 192.0.2.0/24, or one address.");
            }
        }
        return new NetworkList([.. networks.Distinct()], problems);
    }

    private static string Cut(string line) => line.Length <= 60 ? line : line[..60] + "…";
}
