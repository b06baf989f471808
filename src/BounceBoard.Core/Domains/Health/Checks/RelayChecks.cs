using BounceBoard.Core.Bounces;
using BounceBoard.Core.Domains.Health.Scoring;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>Whether one MX host passes on mail of strangers to strangers. No mail was sent, so what it would do behind DATA is not known.</summary>
internal static class RelayChecks
{
    private static readonly HealthRule Rule = new("open-relay", CheckArea.Mx, "The MX host passes on no mail of strangers", "RFC 2505 §2.1");

    // Postfix, Exim, Exchange and sendmail say "relay"; qmail and its kin say "rcpthosts".
    private static readonly string[] RelayWords = ["relay", "rcpthosts"];

    // What else could be said of a recipient whose domain takes no mail (RFC 3463 §3.2, RFC 7505 §4.1).
    private static readonly string[] OfTheTest = ["1.2", "1.10"];

    private enum Reading { Closed, Unknown, Doubtful, Open }

    /// <summary>Where no host was asked.</summary>
    public static Judged Untried { get; } = Rule.Unknown("Not tried: setting Probes:TestRelay is off, or no MX host could be talked to.");

    /// <returns>Null when the host was not asked.</returns>
    public static Judged? Of(HostTalk talk)
    {
        var asked = talk.Reached.Where(fact => fact.Trials.Any(reply => IsOutside(reply.Question))).ToList();
        if (asked.Count == 0)
        {
            return null;
        }
        List<string> evidence = [.. asked.SelectMany(EvidenceOf)];
        return asked.Max(ReadingOf) switch
        {
            Reading.Closed => Rule.Pass(evidence),
            Reading.Unknown => Rule.Unknown([.. evidence, "The refusals do not say that it is for relaying."]),
            Reading.Doubtful => Rule.Warn(RelayAdvice.Doubtful, [.. evidence, .. asked.Select(DoubtOf).Distinct()]),
            Reading.Open => Rule.Fail(RelayAdvice.Open(asked[0].Banner), evidence) with { Cap = CapId.OpenRelay },
        };
    }

    private static Reading ReadingOf(MailHostFact fact)
    {
        var isPicky = IsPicky(fact);
        // A server that takes every name of its domain takes the forms that look like one too, and means nothing by it.
        var accepted = fact.Trials.Where(reply => reply.IsAccepted && IsOutside(reply.Question) && (isPicky || !IsOfOwnDomain(reply.Question))).ToList();
        if (accepted.Count > 0)
        {
            // 252 says only that it would try (RFC 5321 §3.5.3).
            return isPicky && !fact.IsNeighbour && accepted.Exists(reply => reply.Code is 250 or 251) ? Reading.Open : Reading.Doubtful;
        }
        return fact.Trials.FirstOrDefault(reply => reply.Question == TrialQuestion.Outside) is { IsRefused: true } plain && IsForRelaying(plain, fact) ? Reading.Closed : Reading.Unknown;
    }

    private static bool IsPicky(MailHostFact fact) => fact.Trials.Any(reply => reply is { Question: TrialQuestion.Invented, IsRefused: true });

    // A server that turns this machine's mail away altogether refuses every recipient, and says nothing of what others may do.
    private static bool IsForRelaying(TrialReply plain, MailHostFact fact) =>
        RelayWords.Any(word => plain.Text.Contains(word, StringComparison.OrdinalIgnoreCase))
        || (plain.Code != 556 && !OfTheTest.Any(end => EnhancedStatusCode.Find(plain.Text)?[2..] == end)
            && fact.Trials.Any(reply => reply.IsAccepted && reply.Question is TrialQuestion.Postmaster or TrialQuestion.Abuse));

    private static string DoubtOf(MailHostFact fact) =>
        fact.IsNeighbour ? "This machine is of the server's own network, which the server may trust."
        : fact.Trials.Any(reply => reply is { Question: TrialQuestion.Invented, IsAccepted: true }) ? "The server takes every recipient so far, made-up ones too; it may refuse behind DATA, which was not said."
        : "Whether the server takes every recipient could not be told.";

    private static IEnumerable<string> EvidenceOf(MailHostFact fact) =>
    [
        .. fact.Trials.Where(reply => reply.Question is TrialQuestion.BounceSender or TrialQuestion.OwnSender or TrialQuestion.Invented || IsOutside(reply.Question))
            .Select(reply => $"{HostTalk.Where(fact)}: {reply}"),
        .. fact.TrialProblem.Length > 0 ? [$"{HostTalk.Where(fact)}: {fact.TrialProblem}"] : Array.Empty<string>(),
    ];

    private static bool IsOfOwnDomain(TrialQuestion question) => question is TrialQuestion.OutsidePercent or TrialQuestion.OutsideQuoted;

    private static bool IsOutside(TrialQuestion question) =>
        question is TrialQuestion.Outside or TrialQuestion.OutsideFromOwn or TrialQuestion.OutsidePercent or TrialQuestion.OutsideQuoted or TrialQuestion.OutsideRoute;
}
