using System.Net;
using BounceBoard.Cli.Inputs;
using BounceBoard.Core.Domains.Spf;
using BounceBoard.Dns.Domains;

namespace BounceBoard.Cli.Domains;

/// <summary>One run of the command: options, DNS, output.</summary>
internal static class SpfCommandRun
{
    /// <returns>0 when the check was made, whatever its result; 2 when the command was used wrongly.</returns>
    public static async Task<int> RunAsync(SpfCommandRequest request, Stream standardOutput, CancellationToken cancellationToken)
    {
        try
        {
            var asked = RequestOf(request);
            using var resolvers = ResolverOption.Read(request.Resolvers);
            var used = resolvers.All.Take(Math.Max(1, request.Resolvers.Count)).ToList();
            if (used.Count == 0)
            {
                throw new FormatException("No resolver is configured; name one with --resolver, for example --resolver 1.1.1.1.");
            }
            var reports = await Task.WhenAll(used.Select(async resolver =>
                (resolver.Name, await new SpfCheck(resolver, TimeProvider.System).CheckAsync(asked, cancellationToken))));
            await WriteAsync(asked, reports, request.IsJson, standardOutput, cancellationToken);
            return 0;
        }
        catch (FormatException problem)
        {
            await Console.Error.WriteLineAsync($"bounceboard: {problem.Message}");
            return 2;
        }
    }

    private static SpfRequest RequestOf(SpfCommandRequest request) => new()
    {
        Ip = IPAddress.TryParse(request.Ip, out var ip)
            ? ip
            : throw new FormatException($"--ip '{request.Ip}' is no address; write for example 192.0.2.1 or 2001:db8::1."),
        MailFrom = request.MailFrom,
        Helo = request.Helo,
        At = TimeProvider.System.GetUtcNow(),
    };

    private static async Task WriteAsync(
        SpfRequest asked, IReadOnlyList<(string Resolver, SpfReport Report)> reports, bool isJson, Stream standardOutput, CancellationToken cancellationToken)
    {
        await using var output = new BufferedStream(standardOutput, 64 * 1024);
        if (isJson)
        {
            SpfLines.Write(output, asked, reports);
        }
        else
        {
            await using var text = new StreamWriter(output, leaveOpen: true);
            SpfText.Write(text, asked, reports);
        }
        await output.FlushAsync(cancellationToken);
    }
}
