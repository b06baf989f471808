using BounceBoard.Core.Domains.Health;

namespace BounceBoard.Mail.Domains.MailHosts;

/// <summary>Names senders and recipients to a server that has said EHLO, and takes all of it back with RSET.</summary>
internal sealed class ProbeTrial(ProbeTalk talk, MailTrial trial)
{
    // Watchers like fail2ban shut out an address after five refusals in ten minutes; the server would be unreachable by the next look.
    private const int MostRefusals = 4;

    private const int LongestText = 300;

    private readonly List<TrialReply> _replies = [];
    private int _refusals;

    public IReadOnlyList<TrialReply> Replies => _replies;

    /// <exception cref="IOException">The conversation broke off; what was answered before stands in <see cref="Replies"/>.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var domain = trial.Domain;
        if (trial.AsksMailboxes)
        {
            await AskAsync(TrialQuestion.Verify, $"VRFY postmaster@{domain.Value}", cancellationToken);
            await AskAsync(TrialQuestion.Expand, $"EXPN postmaster@{domain.Value}", cancellationToken);
        }
        // Mail of nobody asks for no bounce, and is what every server must take (RFC 5321 §4.5.5). The sender of the house comes early: it is a likelier hole than the old forms.
        await MailAsync(TrialQuestion.BounceSender, "", [.. trial.AsksMailboxes ? TrialRecipients.Mailboxes(domain) : [], .. trial.TriesRelay ? TrialRecipients.Outside(domain).Take(1) : []], cancellationToken);
        if (trial.TriesRelay)
        {
            await MailAsync(TrialQuestion.OwnSender, $"postmaster@{domain.Value}", [TrialRecipients.OutsideFromOwn(domain), .. TrialRecipients.Outside(domain).Skip(1)], cancellationToken);
        }
    }

    private async Task MailAsync(TrialQuestion question, string sender, IReadOnlyList<(TrialQuestion Question, string Path)> recipients, CancellationToken cancellationToken)
    {
        if (_refusals >= MostRefusals || !await AskAsync(question, $"MAIL FROM:<{sender}>", cancellationToken))
        {
            return;
        }
        foreach (var (asked, path) in recipients)
        {
            if (_refusals < MostRefusals && await AskAsync(asked, $"RCPT TO:<{path}>", cancellationToken))
            {
                await DoubtAsync(asked, cancellationToken);
            }
        }
        await talk.SayAsync("RSET", cancellationToken);
    }

    // A server that takes a recipient outside is asked once whether it takes everything.
    private async Task DoubtAsync(TrialQuestion accepted, CancellationToken cancellationToken)
    {
        if (accepted is not (TrialQuestion.Postmaster or TrialQuestion.Abuse) && !_replies.Exists(reply => reply.Question == TrialQuestion.Invented))
        {
            var (question, path) = TrialRecipients.Invented(trial.Domain);
            await AskAsync(question, $"RCPT TO:<{path}>", cancellationToken);
        }
    }

    private async Task<bool> AskAsync(TrialQuestion question, string command, CancellationToken cancellationToken)
    {
        var said = await talk.SayAsync(command, cancellationToken);
        var isListing = question is TrialQuestion.Verify or TrialQuestion.Expand;
        // Whoever answers VRFY or EXPN names people, who are nobody's business here.
        var text = isListing && said.Code < 300 ? "" : said.Text.Length > LongestText ? said.Text[..LongestText] : said.Text;
        var reply = new TrialReply(question, command, said.Code, text);
        _replies.Add(reply);
        _refusals += reply.IsRefused && !isListing ? 1 : 0;
        return said.Code == 421 ? throw new IOException($"The server ends the conversation: {said}") : reply.IsAccepted;
    }
}
