using System.Text.Encodings.Web;
using System.Text.Json;
using BounceBoard.Core;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Spf;
using BounceBoard.Core.Domains.Spf.Survey;
using BounceBoard.Dns.Domains;

namespace BounceBoard.Cli.Domains;

/// <summary>Writes a check as one JSON object.</summary>
internal static class SpfLines
{
    // The output is JSON for pipes, not part of a page: addresses stay readable.
    private static readonly SpfJson Json = new(new JsonSerializerOptions(SpfJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static void Write(Stream output, SpfRequest asked, IReadOnlyList<(string Resolver, SpfReport Report)> reports)
    {
        var (evaluation, survey) = (reports[0].Report.Evaluation, reports[0].Report.Survey);
        var line = new SpfLine
        {
            Result = KebabName.Of(evaluation.Result),
            Explanation = evaluation.Explanation,
            Lookups = evaluation.Lookups,
            VoidLookups = evaluation.VoidLookups,
            Trace = [Of(evaluation.Trace)],
            Problem = OrNull(evaluation.Problem),
            Ip = asked.Ip.ToString(),
            Identity = evaluation.Identity.IsHelo ? "helo" : "mail-from",
            Sender = evaluation.Identity.Sender,
            Domain = evaluation.Identity.Domain,
            Survey = new(survey.Lookups, survey.VoidLookups, survey.Ipv6VoidLookups, [.. survey.Findings.Select(Of)]),
            Resolvers = [.. reports.Select(one => new SpfLine.ResolverOf(
                one.Resolver, KebabName.Of(one.Report.Evaluation.Result), OrNull(one.Report.Evaluation.Problem)))],
        };
        JsonSerializer.Serialize(output, line, Json.SpfLine);
        output.WriteByte((byte)'\n');
    }

    private static SpfLine.VisitOf Of(SpfVisit visit) => new(
        visit.Domain, visit.Record?.Text, visit.Result is { } result ? KebabName.Of(result) : null, OrNull(visit.Problem), [.. visit.Steps.Select(Of)]);

    private static SpfLine.StepOf Of(SpfStep step) => new(
        step.Term.Text, OrNull(step.Target), KebabName.Of(step.Outcome), step.Lookups, step.VoidLookups, [.. step.Answers.Select(Of)], OrNull(step.Problem),
        step.Visit is { } visit ? [Of(visit)] : []);

    private static SpfLine.AnswerOf Of(RecordAnswer answer) => new(answer.Name, KebabName.Of(answer.Type).ToUpperInvariant(), answer.Rcode, answer.Records);

    private static SpfLine.FindingOf Of(SpfFinding finding) => new(
        KebabName.Of(finding.Kind), KebabName.Of(finding.Severity), finding.Domain, OrNull(finding.Term), finding.Text, finding.Reference);

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
