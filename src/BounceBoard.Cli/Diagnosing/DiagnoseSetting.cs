using System.Globalization;
using System.Net;
using BounceBoard.Core.Routes;
using BounceBoard.Dns.Resolving;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

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
        return new DiagnoseSetting(ResolversOf(request.Resolvers), network, AtOf(request.At), refused);
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

    private static DateTimeOffset AtOf(string? text) => text switch
    {
        null => TimeProvider.System.GetUtcNow(),
        _ when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) => at,
        _ => throw new FormatException($"--at '{text}' is no time; write it like 2026-05-16T07:30:00Z."),
    };

    private static ResolverSet ResolversOf(IReadOnlyList<string> named)
    {
        if (named.Count == 0)
        {
            var configuration = new ConfigurationBuilder()
                .AddJsonFile(Path.Combine(Directory.GetCurrentDirectory(), "appsettings.json"), optional: true).AddEnvironmentVariables().Build();
            return From(configuration.GetSection(DnsOptions.Section).Get<DnsOptions>() ?? new DnsOptions());
        }
        var options = new DnsOptions { UseSystem = false, UseAuthoritative = false, UsePublic = false };
        foreach (var text in named)
        {
            options.Resolvers.Add(IPEndPoint.TryParse(text, out var endpoint)
                ? new ResolverOptions { Address = endpoint.Address.ToString(), Port = endpoint.Port == 0 ? 53 : endpoint.Port }
                : throw new FormatException($"--resolver '{text}' is no address; write IP or IP:PORT, for example 1.1.1.1 or 127.0.0.1:5353."));
        }
        return From(options);
    }

    private static ResolverSet From(DnsOptions options)
    {
        try
        {
            return ResolverSet.From(options);
        }
        catch (OptionsValidationException problem)
        {
            throw new FormatException(string.Join(' ', problem.Failures), problem);
        }
    }
}
