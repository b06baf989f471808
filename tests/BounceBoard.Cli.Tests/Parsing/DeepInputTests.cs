using BounceBoard.TestKit.Hosts;
using Xunit;

namespace BounceBoard.Cli.Tests.Parsing;

/// <summary>Input that is nested deeper than any stack, each in a process of its own: an overflow ends a process, no test could catch it.</summary>
public sealed class DeepInputTests : IDisposable
{
    private const int Deep = 100_000;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bounceboard-deep-");

    public static TheoryData<string, string, string> Inputs() => new()
    {
        { "message in message", "From: MAILER-DAEMON@x.test\nTo: a@sender.test\nSubject: x\n", "Content-Type: message/rfc822\n\n" },
        { "multipart in multipart", "From: MAILER-DAEMON@x.test\nTo: a@sender.test\nSubject: x\n", "Content-Type: multipart/mixed; boundary=b\n\n--b\n" },
        { "JSON document", "[", "[{\"a\":" },
        { "JSON lines", "{\"type\":\"Delivery\",\"peer_address\":{}}\n{\"type\":\"Bounce\",\"queue\":", "{\"a\":" },
        { "comment in comment", "To: a@sender.test\nSubject: Undeliverable\nDate: x\nFrom: ", "(" },
        { "group in group", "From: MAILER-DAEMON@x.test\nSubject: Undeliverable\nDate: x\nTo: ", "a:" },
        { "HTML", "From: MAILER-DAEMON@x.test\nTo: a@sender.test\nSubject: Undeliverable\nContent-Type: text/html\n\n", "<div>" },
    };

    [Theory]
    [MemberData(nameof(Inputs))]
    public async Task Parse_NestedDeeperThanTheStack_Ends(string what, string begin, string nested)
    {
        var file = Path.Combine(_folder.FullName, "deep");
        await File.WriteAllTextAsync(file, begin + string.Concat(Enumerable.Repeat(nested, Deep)) + "\n");
        await using var child = ChildProcess.Start(ChildProcess.BuiltCommandLine, ["parse", file], _folder.FullName, new Dictionary<string, string>());
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var exit = await child.EndAsync(patience.Token);
        Assert.True(exit is 0 or 1, $"{what}: exit {exit}\n{child.Errors}");
        Assert.Contains("\"index\":1", child.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
