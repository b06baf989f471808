using System.Buffers;
using System.Text;
using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Unpacking;
using MimeKit;

namespace BounceBoard.Mail.Reading.Mails;

/// <summary>The header of the mail that bounced, as far as the report returns it.</summary>
internal sealed class ReturnedMail
{
    private const string Signature = "DKIM-Signature";
    private const int MostSignatures = 10;

    private static readonly SearchValues<string> FirstFields = SearchValues.Create(["\nMessage-ID:", "\nReceived:", "\nReturn-Path:"], StringComparison.OrdinalIgnoreCase);

    private readonly HeaderList? _headers;

    private ReturnedMail(HeaderList? headers) => _headers = headers;

    public string? MessageId => Field("Message-ID") is { } id ? Bare(id) : null;

    /// <summary>Envelope sender as the returning server noted it; empty for the null sender.</summary>
    public string? ReturnPath => Field("Return-Path") is { } path ? Bare(path) : null;

    /// <summary>Received lines, the latest first; more than any real way has are not looked at.</summary>
    public IEnumerable<string> Received => (_headers ?? Enumerable.Empty<Header>()).Where(header => header.Id is HeaderId.Received).Take(30).Select(header => header.Value);

    public string? To => Field("To");

    /// <summary>The From field as it stands.</summary>
    public string? From => Field("From");

    public string? DkimDomain => Tag(Field(Signature), "d");

    public string? DkimSelector => Tag(Field(Signature), "s");

    /// <summary>Who signed it, each once, the first first; more signatures than any real mail has are not looked at.</summary>
    public IReadOnlyList<SignedBy> Signatures =>
    [
        .. (_headers ?? Enumerable.Empty<Header>()).Where(header => header.Id is HeaderId.DkimSignature).Take(MostSignatures).Select(header => header.Value)
            .Select(value => Tag(value, "d") is { Length: > 0 } domain && Tag(value, "s") is { Length: > 0 } selector ? new SignedBy(domain, selector) : null)
            .OfType<SignedBy>().Distinct(),
    ];

    public static ReturnedMail Find(MimeMessage report, IReadOnlyList<MailPart> parts)
    {
        if (Attached(report) is { } message && message.Headers.Count > 1)
        {
            return new ReturnedMail(message.Headers);
        }
        // Oddly labelled: the header stands as text, in a part of its own or below the report's words.
        return new ReturnedMail(parts.Select(part => InText(part.Text)).FirstOrDefault(headers => headers is not null));
    }

    /// <summary>The first mail that stands in this one as a part; null when there is none.</summary>
    public static MimeMessage? Attached(MimeMessage report) =>
        (report.Body is Multipart multipart ? Attached(multipart) : report.Body as MessagePart)?.Message;

    private static MessagePart? Attached(Multipart multipart)
    {
        MessagePart? found = null;
        foreach (var child in multipart)
        {
            found ??= child switch { MessagePart message => message, Multipart inner => Attached(inner), _ => null };
        }
        return found;
    }

    private static HeaderList? InText(string text)
    {
        var at = text.AsSpan().IndexOfAny(FirstFields);
        if (at < 0)
        {
            return null;
        }
        // Header lines before the first known one belong to it as well; back to the blank line.
        var start = Math.Max(text.LastIndexOf("\n\n", at, StringComparison.Ordinal), text.LastIndexOf("\n\r\n", at, StringComparison.Ordinal));
        var block = text.AsSpan(start < 0 ? at : start).TrimStart();
        // "----- Unsent message follows -----" stands right above the header.
        while (block.IndexOf('\n') is > 0 and var lineEnd && !MailLines.IsHeader(block[..lineEnd].TrimEnd()))
        {
            block = block[(lineEnd + 1)..].TrimStart();
        }
        var end = block.IndexOf("\n\n");
        block = end < 0 ? block : block[..end];
        try
        {
            using var stream = new MemoryStream(Encoding.UTF8.GetBytes($"{block}\n\n"));
            return HeaderList.Load(stream);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string Bare(string value) => value.Trim().Trim('<', '>').Trim();

    private string? Field(string name) => _headers?[name] is { Length: > 0 } value ? value : null;

    // DKIM-Signature (RFC 6376 §3.5): tag=value pairs; white space may stand anywhere in them.
    private static string? Tag(string? signature, string tag)
    {
        foreach (var pair in (signature ?? "").Split(';'))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && pair.AsSpan(0, equals).Trim().SequenceEqual(tag))
            {
                return string.Concat(pair[(equals + 1)..].Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();
            }
        }
        return null;
    }
}
