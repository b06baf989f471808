using System.Net;
using BounceBoard.Cli.Inputs;
using BounceBoard.Core.Routes;
using BounceBoard.Dns.Resolving;

namespace BounceBoard.Cli.Diagnosing;

/// <summary>The command line understood.</summary>
/// <param name="RefusedLines">Lines of route tables that could not be used, as sentences.</param>
internal sealed record DiagnoseSetting(ResolverSet Resolvers, SenderNetwork Network, DateTimeOffset At, IReadOnlyList<string> RefusedLines)
{
    /// <summary>Reads options and route files.</summary>
    /// <exception cref="FormatException">An option cannot be read; the message names it.</exception>
    public static async Task<DiagnoseSetting> ReadAsync(DiagnoseRequest request, CancellationToken cancellationToken)
    {
        List<OutboundRoute> routes = [];
        List<string> refused = [];
        foreach (var file in request.Routes)
        {
            var text = await TextAsync(file, cancellationToken);
            var table = RouteTable.Read(RouteTable.KindOf(text), text, [], null);
            routes.AddRange(table.Routes);
            refused.AddRange(table.Problems.Select(problem => $"{file}, line {problem.LineNumber}: {problem.Message}"));
        }
        var network = new SenderNetwork([], [.. request.OwnNetworks.Select(NetworkOf)], routes);
        return new DiagnoseSetting(ResolverOption.Read(request.Resolvers), network, AtOption.Read(request.At), refused);
    }

    private static async Task<string> TextAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllTextAsync(file, cancellationToken);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new FormatException($"--routes '{file}' cannot be read: {problem.Message}", problem);
        }
    }

    private static IPNetwork NetworkOf(string text) => IPNetwork.TryParse(text, out var network)
        ? network
        : throw new FormatException($"--own-network '{text}' is no network; write an address and a prefix length, for example 192.0.2.0/24.");
}
