using BounceBoard.Core.Addresses;
using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading.Phrases;
using MimeKit;

namespace BounceBoard.Mail.Reading.Mails;

/// <summary>What the header of a returned mail tells of the system that sent it.</summary>
internal static class ReturnedMarks
{
    private const int MostGreetings = 5;

    /// <param name="sender">Envelope sender of the mail.</param>
    /// <returns>Null when it tells nothing.</returns>
    public static SenderMarks? Of(ReturnedMail mail, string? sender)
    {
        var author = AuthorOf(mail.From);
        var signatures = mail.Signatures;
        IEnumerable<string?> names = [RecipientDomains.Of(sender), author, .. signatures.Select(signature => signature.Domain)];
        List<string> own = [.. names.Select(Organization).OfType<string>()];
        // A line that the sender's own relay wrote is about a client inside, not about a server that sends to others.
        List<SenderGreeting> greetings =
        [
            .. mail.Received.Where(line => Organization(ReceivedBy.Read(line)?.By) is { } by && !own.Contains(by))
                .Select(ReceivedGreeting.Read).OfType<SenderGreeting>().Distinct().Take(MostGreetings),
        ];
        return author is null && signatures.Count == 0 && greetings.Count == 0
            ? null
            : new SenderMarks { AuthorDomain = author, Signatures = signatures, Greetings = greetings };
    }

    private static string? AuthorOf(string? from) => InternetAddressList.TryParse(from ?? "", out var list) && list.Mailboxes.FirstOrDefault() is { } author
        ? RecipientDomains.Of(author.Address)
        : null;

    private static string? Organization(string? host) => DomainName.TryParse(host, out var name) ? OrganizationalDomain.Of(name).Value : null;
}
