using System.Globalization;
using BounceBoard.Core.Domains.Health.Scoring;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>What receivers reported of real mail in 30 days; without reports all of it is unknown, never bad.</summary>
internal static class MailSeenChecks
{
    private const double Floor = 0.50;
    private const double Span = 0.49;
    private const double MostUnreviewed = 0.01;

    private static readonly HealthRule Passing = new("reports-pass", CheckArea.Dmarc, "Mail of approved sources passes DMARC", "RFC 9990 §3.1");
    private static readonly HealthRule Signed = new("reports-dkim", CheckArea.Dmarc, "Passing mail has an aligned DKIM signature", "RFC 9989 §8");
    private static readonly HealthRule Sources = new("reports-sources", CheckArea.Dmarc, "Every source that passes has been reviewed", "judgement");

    public static IEnumerable<Judged> Find(Examined examined) => examined.Facts.Reports is not { } reports
        ? [Passing.Unknown(None).Holding(Part.ReportsPass), Signed.Unknown(None).Holding(Part.ReportsDkim), Sources.Unknown(None).Holding(Part.ReportsSources)]
        : [PassingOf(reports), SignedOf(reports, examined), SourcesOf(reports)];

    private const string None = "No aggregate report of the last 30 days is held.";

    private static Judged PassingOf(ReportFacts reports)
    {
        if (reports.ApprovedMessages == 0)
        {
            return Passing.Unknown("No source has been approved, or none sent mail.").Holding(Part.ReportsPass);
        }
        var rate = (double)reports.ApprovedPassing / reports.ApprovedMessages;
        // Rounded, so that exactly 99 % is all of it.
        var won = Math.Round(Math.Clamp((rate - Floor) / Span, 0, 1), 6);
        var words = Text($"{rate:P1} of {reports.ApprovedMessages} messages.");
        return (won >= 1 ? Passing.Pass(words)
            : Passing.Warn(Advice.Of("Mail of the own systems fails DMARC.", "With an enforced policy it is quarantined or refused.", "Look which source fails in the reports.", "Set up DKIM with the own domain there, or an aligned return path."), words)).Holding(Part.ReportsPass, 1, won);
    }

    private static Judged SignedOf(ReportFacts reports, Examined examined)
    {
        if (reports.PassingMessages == 0)
        {
            return Signed.Unknown("No mail passed.").Holding(Part.ReportsDkim);
        }
        var share = Math.Clamp((double)reports.PassingWithDkim / reports.PassingMessages, 0, 1);
        var words = Text($"{share:P1} of {reports.PassingMessages} passing messages.");
        var risk = examined.Dmarc.Policy == Dmarc.DmarcPolicy.Reject ? "The policy is reject, which must not rely on SPF alone: forwarded mail is lost." : "SPF breaks when mail is forwarded.";
        return (share >= 1 ? Signed.Pass(words) : Signed.Warn(Advice.Of("Some mail passes by SPF only.", risk, "Switch on DKIM with the own domain at the sources that lack it."), words)).Holding(Part.ReportsDkim, 1, share);
    }

    private static Judged SourcesOf(ReportFacts reports)
    {
        var words = Text($"Largest unreviewed source: {reports.LargestUnreviewedShare:P1}.");
        return (reports.LargestUnreviewedShare <= MostUnreviewed ? Sources.Pass(words)
            : Sources.Warn(Advice.Of("A system that nobody has reviewed sends mail that passes as the domain's.", "It may be a forgotten service, or one that somebody misuses.", "Find out whose it is; approve it, or take it out of SPF and DKIM."), words)).Holding(Part.ReportsSources);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
