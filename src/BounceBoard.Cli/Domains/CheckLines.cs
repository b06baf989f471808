using System.Text.Encodings.Web;
using System.Text.Json;
using BounceBoard.Core;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains.Dmarc;
using BounceBoard.Core.Domains.Health;

namespace BounceBoard.Cli.Domains;

/// <summary>Writes a judgement as one JSON object.</summary>
internal static class CheckLines
{
    // The output is JSON for pipes, not part of a page: records stay readable.
    private static readonly CheckJson Json = new(new JsonSerializerOptions(CheckJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static void Write(Stream output, DomainHealth health)
    {
        var facts = health.Facts;
        var line = new CheckLine
        {
            Domain = facts.Domain.Value,
            At = facts.At,
            Resolver = facts.Resolver,
            Exists = CheckedName.Exists(facts),
            PublicSuffix = OrganizationalDomain.IsPublicSuffix(facts.Domain),
            Score = Of(health.Score),
            Checks = [.. health.Checks.Select(Of)],
            Spf = new(health.Spf.Lookups, health.Spf.VoidLookups),
            Dmarc = Of(health.Dmarc),
            MailHosts = [.. facts.MailHosts.Select(Of)],
            MtaStsPolicy = facts.MtaStsPolicy is { } policy ? new(policy.Status, OrNull(policy.MediaType), OrNull(policy.Problem)) : null,
            BulkRules = BulkRuleLine.AllOf(health),
        };
        JsonSerializer.Serialize(output, line, Json.CheckLine);
        output.WriteByte((byte)'\n');
    }

    private static CheckLine.ScoreOf Of(HealthScore score) => new(
        score.Value, score.Low, score.High, score.Coverage, score.Grade, score.Version, KebabName.Of(score.Profile),
        [.. score.Caps.Select(cap => new CheckLine.CapOf(cap.CheckId, cap.Reason, cap.Most))],
        [.. score.Parts.Select(part => new CheckLine.PartOf(part.Id, part.Group, part.Title, part.Most, part.Won, part.Reason, part.CheckIds))]);

    private static CheckLine.CheckOf Of(HealthCheck check) => new(
        check.Id, check.Subject, KebabName.Of(check.Area), KebabName.Of(check.State), check.Title, check.Evidence, check.Reference, check.Advice?.Meaning,
        check.Advice?.Why, check.Advice?.Fix ?? [],
        [.. (check.Advice?.Records ?? []).Select(record => new CheckLine.RecordOf(record.Name, KebabName.Of(record.Type).ToUpperInvariant(), record.Value))],
        check.LostPoints);

    private static CheckLine.DmarcOf Of(PolicyDiscovery dmarc) => new(
        dmarc.PolicyDomain, dmarc.Policy is { } policy ? KebabName.Of(policy) : null, dmarc.Applied is { } applied ? KebabName.Of(applied) : null,
        dmarc.Walk.OrganizationalDomain, [.. dmarc.Walk.Steps.Select(step => new CheckLine.StepOf(step.Domain, KebabName.Of(step.State), step.Records))]);

    private static CheckLine.HostOf Of(MailHostFact host) => new(
        host.Host.Value, host.Address.ToString(), KebabName.Of(host.State), OrNull(host.Problem), OrNull(host.Banner), host.Capabilities, OrNull(host.TlsVersion),
        OrNull(host.Cipher), host.IsChainTrusted, host.IsNameValid, host.CertificateEnds, host.GreetingAfter is { } after ? Math.Round(after.TotalMilliseconds, 1) : null,
        [.. host.Trials.Select(trial => new CheckLine.TrialOf(KebabName.Of(trial.Question), trial.Command, trial.Code, OrNull(trial.Text)))], OrNull(host.TrialProblem));

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
