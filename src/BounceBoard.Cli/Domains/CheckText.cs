using BounceBoard.Core;
using BounceBoard.Core.Domains.Health;

namespace BounceBoard.Cli.Domains;

/// <summary>Writes a judgement for a person at a terminal: grade and score, then the checks by area, those that want something done first.</summary>
internal static class CheckText
{
    private const int StateWidth = 14;

    public static void Write(TextWriter output, DomainHealth health)
    {
        var score = health.Score;
        TerminalLine.Write(output, 0, $"{health.Facts.Domain.Display}: {Headline(score)}, answers of {health.Facts.Resolver}");
        foreach (var note in CheckedName.Notes(health.Facts))
        {
            TerminalLine.Write(output, 1, note);
        }
        foreach (var cap in score.Caps)
        {
            TerminalLine.Write(output, 1, $"held at {cap.Most}: {cap.Reason}");
        }
        foreach (var area in health.Checks.GroupBy(check => check.Area).OrderBy(area => area.Key))
        {
            TerminalLine.Write(output, 0, "");
            TerminalLine.Write(output, 1, NameOf(area.Key));
            foreach (var check in area.OrderBy(check => Rank(check.State)))
            {
                Check(output, check);
            }
        }
        BulkRuleText.Write(output, health);
        TerminalLine.Write(output, 0, "");
    }

    private static string Headline(HealthScore score)
    {
        var profile = score.Profile == DomainProfile.Parked ? "parked, " : "";
        return score.Value is not { } value ? $"{profile}no score, for nothing could be found out"
            : score.Low == score.High ? $"{profile}{score.Grade} {value}"
            : $"{profile}{score.Grade} {value} ({score.Low}-{score.High}), coverage {score.Coverage} %";
    }

    private static void Check(TextWriter output, HealthCheck check)
    {
        var subject = check.Subject.Length > 0 ? $" [{check.Subject}]" : "";
        var lost = check.LostPoints > 0 ? $"  -{check.LostPoints:0.#}" : "";
        var reference = check.State is CheckState.Pass or CheckState.NotApplicable ? "" : $" ({check.Reference})";
        TerminalLine.Write(output, 2, $"{WordOf(check.State).PadRight(StateWidth)} {check.Title}{subject}{reference}{lost}");
        if (check.State is CheckState.Pass or CheckState.NotApplicable)
        {
            return;
        }
        foreach (var line in check.Evidence)
        {
            TerminalLine.Write(output, 4, line);
        }
        if (check.Advice is { } advice)
        {
            Advice(output, advice);
        }
    }

    private static void Advice(TextWriter output, HealthAdvice advice)
    {
        TerminalLine.Write(output, 4, advice.Meaning);
        foreach (var (step, number) in advice.Fix.Select((step, index) => (step, index + 1)))
        {
            TerminalLine.Write(output, 5, $"{number}. {step}");
        }
        foreach (var record in advice.Records)
        {
            TerminalLine.Write(output, 5, $"{record.Name} {KebabName.Of(record.Type).ToUpperInvariant()} {record.Value}");
        }
    }

    private static string WordOf(CheckState state) => state switch
    {
        CheckState.Fail => "FAIL",
        CheckState.Warn => "WARN",
        CheckState.Unknown => "unknown",
        CheckState.Pass => "pass",
        CheckState.NotApplicable => "not applicable",
    };

    private static int Rank(CheckState state) => state switch
    {
        CheckState.Fail => 0,
        CheckState.Warn => 1,
        CheckState.Unknown => 2,
        CheckState.Pass => 3,
        CheckState.NotApplicable => 4,
    };

    private static string NameOf(CheckArea area) => area switch
    {
        CheckArea.Spf => "SPF",
        CheckArea.Dkim => "DKIM",
        CheckArea.Dmarc => "DMARC",
        CheckArea.Mx => "MX",
        CheckArea.Transport => "Transport",
        CheckArea.Sending => "Sending hosts",
        CheckArea.Blocklists => "Blocklists",
        CheckArea.Dns => "DNS",
        CheckArea.Bimi => "BIMI",
    };
}
