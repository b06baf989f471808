using System.Text;
using BounceBoard.Mail.Reading.Phrases;
using MimeKit;

namespace BounceBoard.Mail.Domains.Dkim;

/// <summary>In whose name a mail is (RFC 9989 §3.2.2).</summary>
public static class MessageAuthor
{
    /// <returns>Domain of the one author in lower-case A-labels; null where the mail has not exactly one From field that names exactly one domain.</returns>
    public static string? DomainOf(ReadOnlyMemory<byte> mail)
    {
        var fields = DkimMessage.Of(mail).Fields.Where(field => field.Name.Equals("From", StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
        return fields is [var from] && InternetAddressList.TryParse(Encoding.UTF8.GetString(from.Value), out var list)
            && list.Mailboxes.Select(author => RecipientDomains.Of(author.Address)).Distinct().Take(2).ToList() is [var domain]
            ? domain
            : null;
    }
}
