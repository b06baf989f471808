using BounceBoard.Core;

namespace BounceBoard.Cli.Diagnosing;

/// <summary>Writes diagnoses for a person at a terminal.</summary>
internal static class DiagnosisText
{
    public static void Write(TextWriter output, IReadOnlyList<Diagnosis> diagnoses)
    {
        foreach (var diagnosis in diagnoses)
        {
            Write(output, diagnosis);
        }
    }

    private static void Write(TextWriter output, Diagnosis diagnosis)
    {
        var (report, finding, comparison) = (diagnosis.Filed.Report, diagnosis.Finding, diagnosis.Comparison);
        var cause = finding.SubCause is null ? KebabName.Of(finding.Cause) : $"{KebabName.Of(finding.Cause)} ({finding.SubCause})";
        output.WriteLine(Plain($"{report.Recipient}: {KebabName.Of(finding.Verdict).ToUpperInvariant()}, {KebabName.Of(finding.Confidence)} confidence"));
        Field(output, "Refused by", $"{report.RemoteMta ?? "(no name)"} [{report.RemoteIp?.ToString() ?? "no address"}]: {KebabName.Of(comparison.Relation)}");
        Field(output, "How", comparison.How);
        Field(output, "Reply", report.ReplyText ?? "(none)");
        Field(output, "Cause", cause);
        foreach (var reason in finding.Reasons)
        {
            Field(output, reason.For ? "+" : "-", $"{reason.Text} ({reason.Rule})");
        }
        foreach (var seen in diagnosis.Dns.Mx)
        {
            var answer = DiagnosisLines.Answer(seen.Answer);
            Field(output, $"MX by {seen.Resolver}", $"{seen.Answer.Rcode}, {(answer.Count == 0 ? "no MX" : string.Join("; ", answer))}{(seen.Answer.Ttl is { } ttl ? $", TTL {ttl} s" : "")}");
        }
        List(output, "Missing", finding.Missing);
        List(output, "Fix", finding.Fix);
        output.WriteLine();
    }

    private static void List(TextWriter output, string name, IReadOnlyList<string> items)
    {
        foreach (var item in items)
        {
            Field(output, name, item);
        }
    }

    private static void Field(TextWriter output, string name, string text) => output.WriteLine(Plain($"  {name,-22} {text}"));

    // A reply is the other side's text: control characters would steer the terminal.
    private static string Plain(string text) => new([.. text.Select(c => char.IsControl(c) ? '\uFFFD' : c)]);
}
