using BounceBoard.Core;
using BounceBoard.Core.Bounces;

namespace BounceBoard.Cli.Replaying;

/// <summary>Stages by their names on the command line: <c>rcpt-to</c>, <c>end-of-data</c> …</summary>
internal static class SmtpStages
{
    private static readonly IReadOnlyDictionary<string, SmtpStage> ByName =
        Enum.GetValues<SmtpStage>().ToDictionary(KebabName.Of, StringComparer.OrdinalIgnoreCase);

    public static string Names { get; } = string.Join(", ", ByName.Keys);

    public static SmtpStage? Find(string name) => ByName.TryGetValue(name, out var stage) ? stage : null;
}
