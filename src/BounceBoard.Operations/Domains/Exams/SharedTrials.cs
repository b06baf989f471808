using System.Net;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Mail.Domains.MailHosts;

namespace BounceBoard.Operations.Domains.Exams;

/// <summary>
/// Which senders and recipients are still to be named to a server, and what it said to those named lately: mailboxes are of a domain; that strangers' mail
/// is not passed on is of the server, whoever's mail it takes.
/// </summary>
internal sealed class SharedTrials(ProbeOptions options, TimeProvider time)
{
    /// <summary>How long answers without a fault stand.</summary>
    public static readonly TimeSpan Sound = TimeSpan.FromHours(20);

    /// <summary>
    /// How long refusals of recipients outside stand even for a person who wants to know it anew: watchers of logs shut out who is refused again and again
    /// within ten minutes.
    /// </summary>
    public static readonly TimeSpan Refused = TimeSpan.FromMinutes(15);

    private const int Most = 20_000;

    private readonly RecentFacts<(DomainName Domain, IPAddress Address), Said> _mailboxes = new(Most, time);
    private readonly RecentFacts<IPAddress, Said> _relays = new(Most, time);

    /// <returns>What is to be asked; null when nothing is.</returns>
    public MailTrial? Open(ProbeTarget target, bool mayBeOld)
    {
        var asksMailboxes = options.TestMailboxes && target.IsFirst && _mailboxes.Find((target.Domain, target.Address), said => AgeOfMailboxes(said, mayBeOld)) is null;
        var triesRelay = options.TestRelay && _relays.Find(target.Address, said => AgeOfRelay(said, target, mayBeOld)) is null;
        return asksMailboxes || triesRelay ? new MailTrial(target.Domain, asksMailboxes, triesRelay) : null;
    }

    public void Hold(ProbeTarget target, MailTrial trial, MailHostFact fact)
    {
        var parts = fact.Trials.ToLookup(reply => IsOfRelay(reply.Question));
        Said SaidOf(bool isOfRelay) => new(target.Domain, [.. parts[isOfRelay]], fact.TrialProblem, fact.IsNeighbour);
        if (trial.AsksMailboxes)
        {
            _mailboxes.Hold((target.Domain, target.Address), SaidOf(false));
        }
        if (trial.TriesRelay)
        {
            _relays.Hold(target.Address, SaidOf(true));
        }
    }

    /// <summary>Adds to what was seen of the server what it said lately.</summary>
    public MailHostFact Lay(MailHostFact fact, ProbeTarget target)
    {
        var mailboxes = options.TestMailboxes && target.IsFirst ? _mailboxes.Find((target.Domain, target.Address), _ => Sound) : null;
        var relay = options.TestRelay ? _relays.Find(target.Address, _ => Sound) : null;
        return fact with
        {
            Trials = [.. mailboxes?.Replies ?? [], .. relay is null ? [] : relay.Domain == target.Domain ? relay.Replies : relay.Replies.Where(IsNobodys)],
            TrialProblem = new[] { mailboxes?.Problem, relay?.Problem }.FirstOrDefault(problem => problem is { Length: > 0 }) ?? "",
            IsNeighbour = (mailboxes ?? relay)?.IsNeighbour == true,
        };
    }

    // The other forms name a domain, which may be another tenant's.
    private static bool IsNobodys(TrialReply reply) => reply is { Question: TrialQuestion.Outside, IsAccepted: false };

    private static TimeSpan AgeOfMailboxes(Said said, bool mayBeOld) =>
        !mayBeOld ? SharedProbes.AtLeast
        : said.Problem.Length == 0 && said.Replies.Where(reply => reply.Question is TrialQuestion.Postmaster or TrialQuestion.Abuse).All(reply => reply.IsAccepted) ? Sound
        : SharedProbes.Faulty;

    private static TimeSpan AgeOfRelay(Said said, ProbeTarget target, bool mayBeOld) =>
        !said.Replies.Any(reply => reply.IsAccepted && reply.Question != TrialQuestion.OwnSender) ? mayBeOld ? Sound : Refused
        : said.Domain != target.Domain ? TimeSpan.Zero
        : mayBeOld ? SharedProbes.Faulty : SharedProbes.AtLeast;

    private static bool IsOfRelay(TrialQuestion question) => question switch
    {
        TrialQuestion.Verify or TrialQuestion.Expand or TrialQuestion.BounceSender or TrialQuestion.Postmaster or TrialQuestion.Abuse => false,
        TrialQuestion.OwnSender or TrialQuestion.Outside or TrialQuestion.OutsideFromOwn or TrialQuestion.OutsidePercent or TrialQuestion.OutsideQuoted
            or TrialQuestion.OutsideRoute or TrialQuestion.Invented => true,
    };

    private sealed record Said(DomainName Domain, IReadOnlyList<TrialReply> Replies, string Problem, bool IsNeighbour);
}
