using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using BounceBoard.Core;
using BounceBoard.Core.Replays;
using BounceBoard.Core.Verdicts;

namespace BounceBoard.Cli.Replaying;

/// <summary>Writes what scenarios came to, as one JSON array.</summary>
internal static class ScenarioLines
{
    // The output is JSON for pipes, not part of a page: addresses stay readable.
    private static readonly ScenarioJson Json = new(new JsonSerializerOptions(ScenarioJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static void Write(Stream output, IReadOnlyList<ScenarioLine> lines)
    {
        JsonSerializer.Serialize(output, lines, Json.IReadOnlyListScenarioLine);
        output.WriteByte((byte)'\n');
    }

    public static ScenarioLine Of(ReplayScenario scenario, IReadOnlyList<ReplayAnswer> answers) => new(scenario.Name, [.. answers.Select(Answer)]);

    private static ScenarioLine.AnswerOf Answer(ReplayAnswer answer) => new(
        Time(answer.At), [.. answer.Incidents.Select(Incident)], [.. answer.Recipients.Select(Recipient)], [.. answer.Suppressed.Select(entry => entry.Recipient).Distinct(StringComparer.Ordinal)]);

    private static ScenarioLine.IncidentOf Incident(IncidentAnswer incident)
    {
        var finding = incident.Finding;
        return new ScenarioLine.IncidentOf(
            incident.Tenant, incident.Fingerprint.ScopeName, KebabName.Of(incident.Fingerprint.Family), KebabName.Of(incident.State), KebabName.Of(finding.Cause),
            finding.SubCause, KebabName.Of(finding.Verdict), KebabName.Of(finding.Confidence), incident.People, Time(incident.Since),
            incident.StoppedAt is { } stopped ? Time(stopped) : null,
            incident.ExplainedBy is { } facet ? [new(facet.Facet, facet.Value)] : [], NotBefore(finding), Reasons(finding), finding.Missing);
    }

    private static ScenarioLine.RecipientOf Recipient(RecipientAnswer recipient)
    {
        var finding = recipient.Finding;
        return new ScenarioLine.RecipientOf(
            recipient.Tenant, recipient.Recipient, KebabName.Of(finding.Cause), finding.SubCause, KebabName.Of(finding.Verdict), KebabName.Of(finding.Confidence),
            NotBefore(finding), KebabName.Of(finding.Relation), Reasons(finding), finding.Missing);
    }

    private static IReadOnlyList<ScenarioLine.ReasonOf> Reasons(Finding finding) =>
        [.. finding.Reasons.Select(reason => new ScenarioLine.ReasonOf(reason.Rule, reason.For, reason.Text))];

    private static string? NotBefore(Finding finding) => finding.NotBefore is { } at ? Time(at) : null;

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
