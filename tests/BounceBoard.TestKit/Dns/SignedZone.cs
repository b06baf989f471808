using System.Diagnostics;

namespace BounceBoard.TestKit.Dns;

/// <summary>A zone file, signed as its owner would sign it (RFC 4034), or badly on purpose.</summary>
/// <param name="Name">Without root dot.</param>
/// <param name="File">Path of the zone file.</param>
/// <param name="Anchor">DS record of its key, for a resolver to trust; null for a zone that is not signed.</param>
public sealed record SignedZone(string Name, string File, string? Anchor)
{
    /// <summary>The server gives the whole zone to whoever asks (AXFR).</summary>
    public bool IsGiven { get; init; }

    private static readonly string[] Programs = ["ldns-keygen", "ldns-signzone"];

    /// <summary>Why no zone can be signed here, or null: the reason for a skipped test.</summary>
    public static string? Missing =>
        Programs.All(program => System.IO.File.Exists($"/usr/bin/{program}")) ? null : "ldns-signzone is not installed (Debian package ldnsutils)";

    /// <summary>Writes a zone without signatures.</summary>
    public static SignedZone Plain(DirectoryInfo folder, string name, params string[] records)
    {
        var file = Path.Combine(folder.FullName, $"{name}.zone");
        System.IO.File.WriteAllLines(file, [.. Head(name), .. records]);
        return new SignedZone(name, file, null);
    }

    /// <summary>Writes a zone and signs it with a new key.</summary>
    /// <param name="expired">The signatures ended years ago.</param>
    public static async Task<SignedZone> SignAsync(DirectoryInfo folder, string name, bool expired, CancellationToken cancellationToken, params string[] records)
    {
        var plain = Plain(folder, name, records);
        var key = (await RunAsync(folder, Programs[0], ["-r", "/dev/urandom", "-a", "ECDSAP256SHA256", "-k", name], cancellationToken)).Trim();
        string[] dates = expired ? ["-i", "20200101", "-e", "20200201"] : [];
        await RunAsync(folder, Programs[1], [.. dates, "-f", $"{plain.File}.signed", plain.File, key], cancellationToken);
        return plain with { File = $"{plain.File}.signed", Anchor = (await System.IO.File.ReadAllTextAsync(Path.Combine(folder.FullName, $"{key}.ds"), cancellationToken)).Trim() };
    }

    /// <summary>Changes data after it was signed, as a forger on the way would.</summary>
    public SignedZone Tampered(string data, string other)
    {
        System.IO.File.WriteAllText(File, System.IO.File.ReadAllText(File).Replace(data, other, StringComparison.Ordinal));
        return this;
    }

    private static IEnumerable<string> Head(string name) =>
        [$"{name}. 300 IN SOA ns.{name}. hostmaster.{name}. 1 3600 600 86400 60", $"{name}. 300 IN NS ns.{name}.", $"ns.{name}. 300 IN A 127.0.0.1"];

    private static async Task<string> RunAsync(DirectoryInfo folder, string program, string[] arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{program} failed: {await errors}");
    }
}
