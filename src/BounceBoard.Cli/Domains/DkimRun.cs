using BounceBoard.Cli.Inputs;
using BounceBoard.Dns.Resolving;
using BounceBoard.Mail.Unpacking;
using BounceBoard.Operations.Domains.Signatures;

namespace BounceBoard.Cli.Domains;

/// <summary>One run of the command: mails in, judgements out in the same order.</summary>
internal static class DkimRun
{
    /// <returns>0 when every mail was judged, whatever the result; 1 when one cannot be read; 2 when the command was used wrongly.</returns>
    public static async Task<int> RunAsync(DkimRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var at = AtOption.Read(request.At);
            if (request.Files.Select(InputFiles.Problem).FirstOrDefault(problem => problem is not null) is { } missing)
            {
                throw new FormatException(missing);
            }
            using var resolvers = ResolverOption.Read(request.Resolvers);
            var used = resolvers.All.Take(Math.Max(1, request.Resolvers.Count)).ToList();
            return used.Count > 0
                ? await FilesAsync(request, used, at, cancellationToken)
                : throw new FormatException("No resolver is configured; name one with --resolver, for example --resolver 1.1.1.1.");
        }
        catch (FormatException problem)
        {
            await Console.Error.WriteLineAsync($"bounceboard: {problem.Message}");
            return 2;
        }
    }

    private static async Task<int> FilesAsync(DkimRequest request, IReadOnlyList<IMxResolver> resolvers, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var exit = 0;
        await using var output = new BufferedStream(Console.OpenStandardOutput(), 64 * 1024);
        foreach (var file in request.Files.SelectMany(InputFiles.At))
        {
            var (mail, problem) = await ReadAsync(file, cancellationToken);
            if (problem is not null)
            {
                await Console.Error.WriteLineAsync($"bounceboard: {file}: {problem}");
                exit = 1;
                continue;
            }
            var reports = await Task.WhenAll(resolvers.Select(resolver => new MessageVerification(resolver, TimeProvider.System).VerifyAsync(mail, at, cancellationToken)));
            await WriteAsync(output, file, reports, request.IsJson);
            await output.FlushAsync(cancellationToken);
        }
        return exit;
    }

    private static async Task WriteAsync(Stream output, string file, IReadOnlyList<MessageReport> reports, bool isJson)
    {
        if (isJson)
        {
            DkimLines.Write(output, file, reports);
            return;
        }
        await using var writer = new StreamWriter(output, leaveOpen: true);
        DkimText.Write(writer, file, reports);
    }

    private static async Task<(ReadOnlyMemory<byte> Mail, string? Problem)> ReadAsync(string file, CancellationToken cancellationToken)
    {
        var most = InputLimits.Default.MailBytes;
        try
        {
            await using var input = InputFiles.Open(file);
            using var mail = new MemoryStream();
            var buffer = new byte[64 * 1024];
            int count;
            while ((count = await input.ReadAsync(buffer, cancellationToken)) > 0)
            {
                await mail.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
                if (mail.Length > most)
                {
                    return (default, $"The mail is larger than {most / (1024 * 1024)} MB.");
                }
            }
            return mail.Length == 0 ? (default, "There is no mail in it.") : (mail.ToArray(), null);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return (default, $"The file cannot be read: {problem.Message}");
        }
    }
}
