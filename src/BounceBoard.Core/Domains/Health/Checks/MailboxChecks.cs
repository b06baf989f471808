using BounceBoard.Core.Bounces;
using BounceBoard.Core.Domains.Health.Scoring;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>Mailboxes that every domain with mail has, as its first MX host answers for them.</summary>
internal static class MailboxChecks
{
    private static readonly HealthRule Bounces = new("mx-bounces", CheckArea.Mx, "Bounces are taken: the sender may be empty", "RFC 5321 §4.5.5");
    private static readonly HealthRule Postmaster = new("mx-postmaster", CheckArea.Mx, "postmaster@ takes mail", "RFC 5321 §4.5.1");
    private static readonly HealthRule Abuse = new("mx-abuse", CheckArea.Mx, "abuse@ takes mail", "RFC 2142 §4");
    private static readonly HealthRule Listing = new("mx-vrfy", CheckArea.Mx, "VRFY and EXPN tell strangers no addresses", "RFC 5321 §7.3");

    public static IEnumerable<Judged> Find(Examined examined, IReadOnlyList<HostTalk> talks)
    {
        var asked = talks.SelectMany(talk => talk.Reached).FirstOrDefault(fact => fact.Trials.Any(reply => reply.Question == TrialQuestion.BounceSender));
        if (asked is null)
        {
            string[] why = [.. talks.SelectMany(talk => talk.Reached).Select(fact => fact.TrialProblem).Where(problem => problem.Length > 0).Take(1), "Not asked: setting Probes:TestMailboxes is off, or the first MX host could not be talked to."];
            return [Postmaster.Unknown(why), Abuse.Unknown(why)];
        }
        return
        [
            BouncesOf(asked),
            Of(Postmaster, TrialQuestion.Postmaster, TrialQuestion.Abuse, asked, Nobody($"postmaster@{examined.Domain}", "Whoever has trouble with the domain's mail writes there; some receivers and blocklists test it.")),
            Of(Abuse, TrialQuestion.Abuse, TrialQuestion.Postmaster, asked, Nobody($"abuse@{examined.Domain}", "Complaints about mail of the domain, and feedback loops of providers, go there.")),
            .. ListingOf(asked),
        ];
    }

    private static HealthAdvice Nobody(string mailbox, string why) => Advice.Of(
        $"The server takes no mail for {mailbox}.", why, $"Make {mailbox} an alias of a mailbox that a person reads.", "If it is a group, let it take mail from outside, without authentication.");

    private static Judged Of(HealthRule rule, TrialQuestion question, TrialQuestion other, MailHostFact fact, HealthAdvice advice)
    {
        if (Find(fact, question) is not { } reply)
        {
            return rule.Unknown([.. fact.Trials.Where(said => said.Question == TrialQuestion.BounceSender).Select(said => TextOf(fact, said)), .. fact.TrialProblem.Length > 0 ? [fact.TrialProblem] : Array.Empty<string>()]);
        }
        // Policy for both is a policy about this machine; for one of them it is the mailbox that is closed.
        var isAboutUs = IsPolicy(reply) && Find(fact, other) is { } beside && IsPolicy(beside);
        return reply.IsAccepted ? rule.Pass(TextOf(fact, reply))
            : !reply.IsRefused ? rule.Unknown(TextOf(fact, reply), "The server puts it off; it may be greylisting.")
            : isAboutUs ? rule.Unknown(TextOf(fact, reply), "The server turns mail of this machine away.")
            : rule.Warn(advice, TextOf(fact, reply));
    }

    private static Judged BouncesOf(MailHostFact fact)
    {
        var reply = fact.Trials.First(said => said.Question == TrialQuestion.BounceSender);
        return reply.IsAccepted ? Bounces.Pass(TextOf(fact, reply))
            : !reply.IsRefused || IsPolicy(reply) ? Bounces.Unknown(TextOf(fact, reply))
            : Bounces.Warn(Advice.Of("The server refuses mail with the empty sender, which every bounce has.", "Nobody learns what became of the domain's own mail, and receivers that test the sender refuse it.", "Accept MAIL FROM:<>."), TextOf(fact, reply));
    }

    private static IEnumerable<Judged> ListingOf(MailHostFact fact)
    {
        var asked = fact.Trials.Where(reply => reply.Question is TrialQuestion.Verify or TrialQuestion.Expand).ToList();
        // 252 is the polite way to say nothing (RFC 5321 §3.5.3).
        var told = asked.Where(reply => reply.Code is 250 or 251).ToList();
        return asked.Count == 0 ? []
            : told.Count == 0 ? [Listing.Pass([.. asked.Select(reply => TextOf(fact, reply))])]
            : [Listing.Warn(Advice.Of("The server says to strangers which addresses it has.", "It saves senders of spam the guessing; EXPN names the people behind a list.", "Postfix: disable_vrfy_command = yes. Exim: no acl_smtp_vrfy and acl_smtp_expn. sendmail: PrivacyOptions=goaway."), [.. told.Select(reply => TextOf(fact, reply))])];
    }

    private static TrialReply? Find(MailHostFact fact, TrialQuestion question) => fact.Trials.FirstOrDefault(reply => reply.Question == question);

    // RFC 3463 §3.8: security and policy.
    private static bool IsPolicy(TrialReply reply) => reply.IsRefused && EnhancedStatusCode.Find(reply.Text)?.StartsWith("5.7.", StringComparison.Ordinal) == true;

    private static string TextOf(MailHostFact fact, TrialReply reply) => $"{HostTalk.Where(fact)}: {reply}";
}
