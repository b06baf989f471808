using BounceBoard.Core.Domains.Dmarc;
using BounceBoard.Core.Domains.Health.Scoring;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>Whether mail in the domain's name was seen that DMARC cannot pass, because neither its return path nor its signatures are of the domain.</summary>
internal static class SeenAlignmentChecks
{
    private static readonly HealthRule Aligned = new("dmarc-alignment", CheckArea.Dmarc, "Senders that were seen use the domain in the return path or in DKIM", "RFC 9989 §4.4");
    private static readonly HealthRule Strict = new("dmarc-strict", CheckArea.Dmarc, "Strict alignment breaks no sender that was seen", "RFC 9989 §4.4");

    public static IEnumerable<Judged> Find(Examined examined)
    {
        var senders = SendersOf(examined);
        if (senders.Count == 0)
        {
            return [Aligned.NotApplicable("No returned mail shows who sends."), Strict.NotApplicable("No returned mail shows who sends.")];
        }
        return examined.Dmarc.IsUnknown
            ? [Aligned.Unknown("DNS did not tell the DMARC record."), Strict.Unknown("DNS did not tell the DMARC record.")]
            : [AlignedOf(senders), StrictOf(senders, examined)];
    }

    private static Judged AlignedOf(List<Sender> senders)
    {
        var apart = senders.Where(sender => sender.Relaxed == false).ToList();
        return apart.Count > 0
            ? Aligned.Warn(
                Advice.Of("A system sends in the domain's name, and neither its return path nor its signature is of the domain.", "Such mail fails DMARC whatever else is right: with an enforced policy it is quarantined or refused.",
                    "Switch on DKIM with the own domain at that system.", "Or give it a return path below the domain.", "Where the system is not yours, nothing need be done: the policy is there to stop it."),
                [.. apart.Select(sender => sender.Text)])
            : senders.Any(sender => sender.Relaxed is null) ? Aligned.Unknown([.. senders.Where(sender => sender.Relaxed is null).Select(sender => sender.Text)])
            : Aligned.Pass([.. senders.Select(sender => sender.Text)]);
    }

    private static Judged StrictOf(List<Sender> senders, Examined examined)
    {
        if (examined.Dmarc.Record is not { } record || record is { IsDkimStrict: false, IsSpfStrict: false })
        {
            return Strict.NotApplicable("The record does not ask for strict alignment.");
        }
        var broken = senders.Where(sender => sender is { Relaxed: true, AsAsked: false }).ToList();
        return broken.Count == 0
            ? Strict.Pass(record.Text)
            : Strict.Warn(
                Advice.Of("adkim=s or aspf=s wants exactly the domain, and a sender uses a name below it.", "Its mail fails DMARC, and would pass with relaxed alignment.",
                    "Remove adkim=s and aspf=s from the record, or let the sender use exactly the domain."),
                [record.Text, .. broken.Select(sender => sender.Text)]);
    }

    // Mail with several signatures passes by any of them, so a sender is what its signatures have in common.
    private static List<Sender> SendersOf(Examined examined)
    {
        var record = examined.Dmarc.Record;
        return
        [
            .. examined.Facts.SeenSenders.Where(sender => sender.AuthorDomain == examined.Domain).GroupBy(sender => (sender.EnvelopeDomain, sender.Pool)).Select(ways =>
            {
                List<string> signers = [.. ways.Select(way => way.DkimDomain).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)];
                bool? Any(bool isSpfStrict, bool isDkimStrict) => Best([
                    .. ways.Key.EnvelopeDomain.Length > 0 ? [IsAligned(examined, ways.Key.EnvelopeDomain, isSpfStrict)] : Array.Empty<bool?>(),
                    .. signers.Select(name => IsAligned(examined, name, isDkimStrict))]);
                return new Sender(
                    Text(ways.Key.EnvelopeDomain, ways.Key.Pool, signers, ways.Sum(way => way.Reports)), Any(false, false), Any(record?.IsSpfStrict == true, record?.IsDkimStrict == true));
            }),
        ];
    }

    private static bool? IsAligned(Examined examined, string name, bool isStrict) =>
        DmarcAlignment.IsAligned(examined.Dmarc.Walk, TreeWalk.From(name, examined.Facts.Dns), isStrict);

    private static bool? Best(IReadOnlyList<bool?> all) => all.Contains(true) ? true : all.Contains(null) ? null : false;

    private static string Text(string envelope, string pool, List<string> signers, long reports) =>
        $"{(pool.Length > 0 ? $"{pool}: " : "")}return path {(envelope.Length > 0 ? envelope : "not told")}, signed by {(signers.Count > 0 ? string.Join(", ", signers) : "nobody")}{(reports > 0 ? $"; {reports} bounces" : "")}.";

    /// <param name="Relaxed">Aligned by one of the two; null when DNS did not tell.</param>
    /// <param name="AsAsked">The same with the alignment that the record asks for.</param>
    private sealed record Sender(string Text, bool? Relaxed, bool? AsAsked);
}
