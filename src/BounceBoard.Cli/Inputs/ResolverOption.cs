using System.Net;
using BounceBoard.Dns.Resolving;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace BounceBoard.Cli.Inputs;

/// <summary>The option <c>--resolver</c>: the resolvers named, or those of the section <c>Dns</c>.</summary>
internal static class ResolverOption
{
    /// <exception cref="FormatException">An address cannot be read, or the section holds a fault; the message names it.</exception>
    public static ResolverSet Read(IReadOnlyList<string> named) => From(OptionsOf(named, SettingsFile.Read()));

    /// <summary>The section <c>Dns</c>, in which the resolvers named take the place of those configured.</summary>
    /// <exception cref="FormatException">An address cannot be read; the message names it.</exception>
    public static DnsOptions OptionsOf(IReadOnlyList<string> named, IConfiguration settings)
    {
        var options = settings.GetSection(DnsOptions.Section).Get<DnsOptions>() ?? new DnsOptions();
        if (named.Count == 0)
        {
            return options;
        }
        (options.UseSystem, options.UseAuthoritative, options.UsePublic) = (false, false, false);
        options.Resolvers.Clear();
        foreach (var text in named)
        {
            options.Resolvers.Add(IPEndPoint.TryParse(text, out var endpoint)
                ? new ResolverOptions { Address = endpoint.Address.ToString(), Port = endpoint.Port == 0 ? 53 : endpoint.Port }
                : throw new FormatException($"--resolver '{text}' is no address; write IP or IP:PORT, for example 1.1.1.1 or 127.0.0.1:5353."));
        }
        return options;
    }

    /// <exception cref="FormatException">The options hold a fault; the message names it.</exception>
    public static ResolverSet From(DnsOptions options)
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
