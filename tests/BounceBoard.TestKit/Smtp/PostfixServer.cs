using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using BounceBoard.TestKit.Hosts;

namespace BounceBoard.TestKit.Smtp;

/// <summary>A real Postfix on loopback with a folder of its own: as a receiver it knows a few users and its setup's restrictions, as a smarthost it
/// passes everything on to one port, keeps its log, and delivers its bounces into its own mailboxes.</summary>
public sealed class PostfixServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly string _folder;

    private PostfixServer(string folder, int port, string domain) => (_folder, Port, Domain) = (folder, port, domain);

    /// <summary>Why it cannot run here, or null: the reason for a skipped test.</summary>
    public static string? Missing =>
        !File.Exists("/usr/sbin/postfix") ? "Postfix is not installed (Debian package postfix)"
        : Environment.UserName != "root" ? "Postfix only starts as root"
        : null;

    public int Port { get; }

    public string Domain { get; }

    /// <summary>Its log so far, in the traditional format (no year).</summary>
    public string Log => File.Exists($"{_folder}/maillog") ? File.ReadAllText($"{_folder}/maillog") : "";

    /// <summary>Whole mails in all of its mailboxes.</summary>
    public IReadOnlyList<string> Mails => [.. Directory.EnumerateFiles($"{_folder}/mail", "*", SearchOption.AllDirectories)
        .Where(file => file.Contains("/new/", StringComparison.Ordinal)).Select(File.ReadAllText)];

    public static Task<PostfixServer> StartAsync(PostfixSetup setup, CancellationToken cancellationToken) =>
        StartAsync(Directory.CreateTempSubdirectory("bounceboard-postfix-").FullName, setup, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (!Directory.Exists(_folder))
        {
            return;
        }
        await RunAsync("/usr/sbin/postfix", ["-c", $"{_folder}/etc", "stop"], CancellationToken.None);
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<PostfixServer> StartAsync(string folder, PostfixSetup setup, CancellationToken cancellationToken)
    {
        var port = FreePort.Next();
        foreach (var part in new[] { "etc", "spool", "data", "mail" })
        {
            Directory.CreateDirectory($"{folder}/{part}");
        }
        await File.WriteAllTextAsync($"{folder}/etc/main.cf", setup.MainCf(folder), cancellationToken);
        await File.WriteAllTextAsync($"{folder}/etc/master.cf", PostfixSetup.MasterCf(port), cancellationToken);
        await File.WriteAllTextAsync($"{folder}/etc/users", setup.UserTable, cancellationToken);
        await File.WriteAllTextAsync($"{folder}/etc/recipients", setup.RecipientTable, cancellationToken);
        await RunAsync("chmod", ["755", folder, $"{folder}/spool"], cancellationToken);
        await RunAsync("chown", ["postfix", $"{folder}/data"], cancellationToken);
        await RunAsync("chown", ["nobody:nogroup", $"{folder}/mail"], cancellationToken);
        var server = new PostfixServer(folder, port, setup.Domain);
        var said = await RunAsync("/usr/sbin/postfix", ["-c", $"{folder}/etc", "start"], cancellationToken);
        await server.AnswersAsync(said, cancellationToken);
        return server;
    }

    private async Task AnswersAsync(string said, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < Patience)
        {
            using var probe = new TcpClient();
            try
            {
                await probe.ConnectAsync("127.0.0.1", Port, cancellationToken);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(50, cancellationToken);
            }
        }
        throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Postfix does not answer at port {Port}. It says: {said} {Log}"));
    }

    private static async Task<string> RunAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        await process.WaitForExitAsync(cancellationToken);
        // Its daemons keep the pipe open after it has ended, so only what is there is read when it failed.
        return process.ExitCode == 0 ? "" : await process.StandardError.ReadToEndAsync(cancellationToken);
    }
}
