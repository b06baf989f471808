using System.Net;
using BounceBoard.Dns.Resolving;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace BounceBoard.Cli.Inputs;

/// <summary>The option <c>--resolver</c>: the resolvers named, or those of the section <c>Dns</c>.</summary>
internal static class ResolverOption
{
    /// <exception cref="FormatException">An address cannot be read, or the section holds a fault; the message names it.</exception>
    public static ResolverSet Read(IReadOnlyList<string> named)
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
