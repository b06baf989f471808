using System.Buffers;
using System.Text;
using BounceBoard.Mail.Reading.Dsn;
using BounceBoard.Mail.Reading.Mails;
using BounceBoard.Mail.Reading.Phrases;

namespace BounceBoard.Mail.Reading.Dialects;

/// <summary>Tells which program wrote a report, from one table of marks for standard and non-standard reports alike.</summary>
internal static class DialectNames
{
    /// <summary>A program names itself at the beginning; below stands the returned mail, which another program may have written.</summary>
    private const int Looked = 12 * 1024;

    // Inside one place the first row decides: appliances and providers that build on a known server stand before that server.
    public static IReadOnlyList<DialectMark> All { get; } =
        [.. ProviderMarks.All, .. JapaneseMarks.All, .. GatewayMarks.All, .. GroupwareMarks.All, .. ServerMarks.All];

    private static readonly ILookup<MarkPlace, DialectMark> ByPlace = All.ToLookup(mark => mark.Place);

    private static readonly DialectMark[] Words = [.. ByPlace[MarkPlace.Words]];

    // Up to 64 words, all of them ASCII, are looked for many characters at once; more, or a word in another script, make it a walk from character to character.
    private static readonly SearchValues<string>[] AsciiWords =
        [.. Words.Select(mark => mark.Text).Where(text => Ascii.IsValid(text)).Chunk(64).Select(texts => SearchValues.Create(texts, StringComparison.OrdinalIgnoreCase))];

    private static readonly SearchValues<string> OtherWords =
        SearchValues.Create([.. Words.Select(mark => mark.Text).Where(text => !Ascii.IsValid(text))], StringComparison.OrdinalIgnoreCase);

    /// <param name="message">The report's block about the message; null when it is no standard report.</param>
    /// <param name="recipient">The block about one recipient.</param>
    /// <returns>The dialect's name, or null when nothing tells it.</returns>
    public static string? Of(ReceivedMail mail, StatusGroup? message = null, StatusGroup? recipient = null) =>
        First(MarkPlace.Field, mark => Begins(mark.Text, field => mail.Header(field)))
        ?? OfHost(mail, message)
        ?? First(MarkPlace.From, mark => Sender(mail).StartsWith(mark.Text, StringComparison.OrdinalIgnoreCase))
        ?? OfWords(mail.Human.AsSpan(0, Math.Min(mail.Human.Length, Looked)))
        ?? First(MarkPlace.StatusField, mark => Begins(mark.Text, field => message?[field] ?? recipient?[field]))
        ?? First(MarkPlace.Subject, mark => mail.Message.Subject?.StartsWith(mark.Text, StringComparison.OrdinalIgnoreCase) == true)
        ?? First(MarkPlace.PassedBy, mark => mail.Header(mark.Text) is not null);

    private static string? First(MarkPlace place, Func<DialectMark, bool> stands) => ByPlace[place].FirstOrDefault(stands)?.Dialect;

    private static string? OfHost(ReceivedMail mail, StatusGroup? message)
    {
        var reporting = RemoteHost.HostName(message?.Untyped("Reporting-MTA") ?? "");
        var from = RecipientDomains.Of(mail.Message.From.Mailboxes.FirstOrDefault()?.Address);
        return First(MarkPlace.Host, mark => IsUnder(reporting, mark.Text)) ?? First(MarkPlace.Host, mark => IsUnder(from, mark.Text));
    }

    private static bool IsUnder(string? host, string domain) =>
        host is not null && host.EndsWith(domain, StringComparison.OrdinalIgnoreCase) && (host.Length == domain.Length || host[^(domain.Length + 1)] == '.');

    private static bool Begins(string mark, Func<string, string?> field)
    {
        var colon = mark.IndexOf(':', StringComparison.Ordinal);
        return colon < 0
            ? field(mark) is not null
            : field(mark[..colon])?.TrimStart().StartsWith(mark[(colon + 1)..].TrimStart(), StringComparison.OrdinalIgnoreCase) == true;
    }

    private static string Sender(ReceivedMail mail) => mail.Message.From.Count == 0 ? "" : mail.Message.From[0] switch
    {
        { Name: { Length: > 0 } name } => name,
        MimeKit.MailboxAddress mailbox => mailbox.Address,
        _ => "",
    };

    private static string? OfWords(ReadOnlySpan<char> text)
    {
        var best = Words.Length;
        foreach (var words in AsciiWords)
        {
            best = Best(text, words, best);
        }
        best = Ascii.IsValid(text) ? best : Best(text, OtherWords, best);
        return best < Words.Length ? Words[best].Dialect : null;
    }

    // One pass finds every place where some mark stands; the table's order, not the text's, chooses among them.
    private static int Best(ReadOnlySpan<char> text, SearchValues<string> any, int best)
    {
        for (var at = text.IndexOfAny(any); at >= 0; at = text.IndexOfAny(any))
        {
            text = text[at..];
            for (var i = 0; i < best; i++)
            {
                best = text.StartsWith(Words[i].Text, StringComparison.OrdinalIgnoreCase) ? i : best;
            }
            text = text[1..];
        }
        return best;
    }
}
