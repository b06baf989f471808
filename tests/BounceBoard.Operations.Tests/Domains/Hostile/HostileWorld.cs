using System.Globalization;
using BounceBoard.Core.Domains;

namespace BounceBoard.Operations.Tests.Domains.Hostile;

/// <summary>What somebody may put into a zone to hurt whoever examines it: an answer to every question.</summary>
internal static class HostileWorld
{
    private const int LongestName = 255;

    // Made once: what is measured is the house.
    private static readonly string Hosts = Repeat("a:", 2_500, ".example.net ") + Repeat("mx:", 2_500, ".example.net ");

    /// <summary>Every kind by its name.</summary>
    public static IReadOnlyDictionary<string, Func<RecordQuestion, IReadOnlyList<string>>> Kinds { get; } =
        new Dictionary<string, Func<RecordQuestion, IReadOnlyList<string>>>(StringComparer.Ordinal)
        {
            ["a record of 100 kB"] = question => Text(question, new string('a', 100_000)),
            ["a record of 100 kB of spaces"] = question => Text(question, new string(' ', 100_000)),
            ["10,000 tags"] = question => Text(question, Repeat("x=y; ", 10_000)),
            ["10,000 terms"] = question => Text(question, Repeat("ip4:192.0.2.1 ", 10_000)),
            ["10,000 mechanisms that ask"] = question => Text(question, Repeat("a:%{d}.example.net mx ptr exists:%{i}.example.net ", 2_500)),
            ["10,000 records of one name"] = question => Records(question, 10_000),
            ["10,000 strings of one record"] = question => Text(question, Repeat("a", 10_000)),
            ["NUL, bad UTF-8 and marks that hide"] = question => Text(question, "\0\uFFFD\u202E\u001B[31m\r\n\u2028\uFEFFp=\0; p=\uFFFD; include:\0 ~all"),
            ["255 includes, each with 255 more"] = question => Text(question, Repeat("include:", 255, ".example.net ")),
            ["5,000 hosts to look up"] = question => Text(question, Hosts),
            ["a record that includes itself"] = question => Text(question, $"include:{question.Name} redirect={question.Name}"),
            ["names that only grow"] = question => Text(question, $"include:x.{question.Name} redirect=y.{question.Name}"),
            ["macros that grow"] = question => Text(question, $"exists:{Repeat("%{d99r}.", 200)}example.net {Repeat("%{s}%{l1r-}%{h}", 200)} exp=%{{d}}.%{{d}}"),
            ["aliases in a ring"] = question => question.Type == RecordType.Cname
                ? [question.Name.StartsWith("a.", StringComparison.Ordinal) ? "b.example.net" : "a.example.net"]
                : Text(question, "include:a.example.net redirect=b.example.net"),
            ["1,000 addresses for reports"] = question => Text(question, $"p=none; rua={Repeat("mailto:r@example.org!9999999999999999g,", 1_000)}; ruf=,,,,;;;=;=;"),
            ["1,000 exchanges of empty and huge names"] = question => question.Type == RecordType.Mx
                ? [.. Enumerable.Range(0, 1_000).Select(number => string.Create(CultureInfo.InvariantCulture, $"{number * 100} {new string('m', Math.Min(number, LongestName))}"))]
                : Text(question, "mx -all"),
            ["no text at all"] = _ => ["", " ", "\0"],
        };

    // Every reader sees the form that it takes for its own. Only TXT is longer than a name, whatever the server says.
    private static IReadOnlyList<string> Text(RecordQuestion question, string rest) => question.Type == RecordType.Txt
        ? [$"{Version(question.Name)}{rest}"]
        : [rest[..Math.Min(rest.Length, LongestName)]];

    private static string[] Records(RecordQuestion question, int count) => question.Type == RecordType.Txt
        ? [.. Enumerable.Range(0, count).Select(number => string.Create(CultureInfo.InvariantCulture, $"{Version(question.Name)}p=none; n={number}"))]
        : ["10 mx.example.net"];

    private static string Version(string name) => name switch
    {
        _ when name.StartsWith("_dmarc.", StringComparison.Ordinal) => "v=DMARC1; ",
        _ when name.Contains("._domainkey.", StringComparison.Ordinal) => "v=DKIM1; p=",
        _ when name.StartsWith("_mta-sts.", StringComparison.Ordinal) => "v=STSv1; id=",
        _ when name.StartsWith("_smtp._tls.", StringComparison.Ordinal) => "v=TLSRPTv1; rua=",
        _ when name.Contains("._bimi.", StringComparison.Ordinal) => "v=BIMI1; l=",
        _ => "v=spf1 ",
    };

    private static string Repeat(string text, int times, string end = "") =>
        string.Concat(Enumerable.Range(0, times).Select(number => end.Length == 0 ? text : string.Create(CultureInfo.InvariantCulture, $"{text}i{number}{end}")));
}
