using System.Text.RegularExpressions;
using BounceBoard.Architecture.Tests.Scanning;

namespace BounceBoard.Architecture.Tests.Rules;

/// <summary>Logging goes through [LoggerMessage]; only the CLI and the start of the host speak on the console.</summary>
public sealed partial class LoggingTests : HouseRule
{
    private protected override SourceFile BadSample => Sample("src/BounceBoard.Dns/A.cs", "logger.LogInformation(\"asked {Name}\", name);");

    private protected override SourceFile GoodSample => Sample("src/BounceBoard.Dns/A.cs", "LogAsked(logger, name);");

    private protected override bool Applies(SourceFile file) => file.IsProduct;

    private protected override IEnumerable<string> Faults(SourceFile file) =>
        file.Lines(Direct).Concat(file.Floor == "Cli" || SpeaksAtStart.Contains(file.Path) ? [] : file.Lines(OnConsole));

    [GeneratedRegex(@"\.Log(Trace|Debug|Information|Warning|Error|Critical)\(|\.Log\(LogLevel\.")]
    private static partial Regex Direct { get; }

    // The address, the set-up link and why the host could not start are for the person at the terminal; a log is forwarded and kept.
    private static readonly string[] SpeaksAtStart = ["src/BounceBoard.Web/Hosting/Announcement.cs", "src/BounceBoard.Web/Program.cs"];

    [GeneratedRegex(@"\bConsole\.")]
    private static partial Regex OnConsole { get; }
}
