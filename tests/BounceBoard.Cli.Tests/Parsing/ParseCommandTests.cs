using System.Diagnostics;
using System.Text.Json;
using BounceBoard.TestKit.Hosts;
using Xunit;

namespace BounceBoard.Cli.Tests.Parsing;

/// <summary>Runs the real command line and holds it to its contract: lines, order, exit codes.</summary>
public sealed class ParseCommandTests : IDisposable
{
    private const string Attempt =
        "Feb 12 10:00:01 out1 postfix/smtp[3006]: 4424441E46: to=<User@example.net>, relay=mx1.example.net[198.51.100.7]:25, dsn=5.7.1, status=bounced "
        + "(host mx1.example.net[198.51.100.7] said: 554 5.7.1 <User@example.net>: Relay access denied (in reply to RCPT TO command))\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("bb-parse-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Parse_Folder_GivesLinesInOrdinalOrder()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "b"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "b", "x.log"), Attempt);
        await File.WriteAllTextAsync(Path.Combine(_folder, "a.eml"), "From: a@sender.test\nSubject: hello\n\nhello\n");
        var (exit, lines, _) = await RunAsync(null, "parse", _folder);
        Assert.Equal(0, exit);
        Assert.Equal(["not-a-bounce", "bounce"], lines.Select(line => line.GetProperty("kind").GetString()));
        var bounce = lines[1];
        Assert.Equal(("relay-denied", "rcpt-to", "stated", 554), (bounce.GetProperty("category").GetString(), bounce.GetProperty("stage").GetString(),
            bounce.GetProperty("remoteIpSource").GetString(), bounce.GetProperty("replyCode").GetInt32()));
        Assert.Equal(JsonValueKind.Null, bounce.GetProperty("sendingIp").ValueKind);
    }

    [Fact]
    public async Task Parse_StandardInput_IsRead()
    {
        var (exit, lines, _) = await RunAsync(Attempt, "parse", "-");
        Assert.Equal((0, "-", "User@example.net"), (exit, lines[0].GetProperty("file").GetString(), lines[0].GetProperty("recipient").GetString()));
    }

    [Fact]
    public async Task Parse_EmptyFile_GivesAnErrorLineAndOne()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "empty"), "");
        var (exit, lines, error) = await RunAsync(null, "parse", Path.Combine(_folder, "empty"));
        Assert.Equal((1, "error"), (exit, Assert.Single(lines).GetProperty("kind").GetString()));
        Assert.Contains("empty", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parse_OtherFormatAsked_IsAnError()
    {
        var (exit, lines, _) = await RunAsync(Attempt, "parse", "-", "--format", "dsn");
        Assert.Equal((1, "error"), (exit, Assert.Single(lines).GetProperty("kind").GetString()));
    }

    [Theory]
    [InlineData("parse", "--wrong")]
    [InlineData("parse", "/no/such/file")]
    [InlineData("nonsense", "x")]
    public async Task Parse_WrongUsage_IsTwoAndSaysSo(string first, string second)
    {
        var (exit, lines, error) = await RunAsync(null, first, second);
        Assert.Equal(2, exit);
        Assert.Empty(lines);
        Assert.NotEmpty(error);
    }

    private static async Task<(int Exit, List<JsonElement> Lines, string Error)> RunAsync(string? input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var argument in (string[])[ChildProcess.BuiltCommandLine, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }
        using var process = Process.Start(start);
        Assert.NotNull(process);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        // Help for a wrong usage is no result: only JSON lines count.
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] == '{').Select(line => JsonDocument.Parse(line).RootElement).ToList();
        return (process.ExitCode, lines, await error);
    }
}
