using BounceBoard.Core.Addresses;
using BounceBoard.Core.Bounces;

namespace BounceBoard.Cli.Replaying;

/// <summary>Fields of an event that are more than a text or a number.</summary>
internal static class EventFields
{
    /// <summary>Final or not, as the outcome, the reply code or the status says; null when none does.</summary>
    public static bool? Permanent(int? code, string? status, string outcome) => outcome == "deferred" ? false : (code, status) switch
    {
        ({ } number, _) => number >= 500,
        (null, ['5', ..]) => true,
        (null, ['4', ..]) => false,
        (null, _) => null,
    };

    public static bool HasUpperCase(EmailAddress address) => address.LocalPart.Any(char.IsUpper);

    public static string? Pool(JsonField happened) => happened["pool"].Text() is { Length: > 0 } pool ? pool : null;

    public static DomainName? Domain(JsonField field)
    {
        var text = field.Required();
        if (text.Length > 0 && !DomainName.TryParse(text, out _))
        {
            field.Refuse("must be a domain name");
        }
        return DomainName.TryParse(text, out var domain) ? domain : null;
    }

    public static SmtpStage? Stage(JsonField field)
    {
        if (field.Text() is not { } text)
        {
            return null;
        }
        if (SmtpStages.Find(text) is { } stage)
        {
            return stage;
        }
        field.Refuse($"must be null or one of {SmtpStages.Names}");
        return null;
    }

    public static IEnumerable<EmailAddress> Recipients(JsonField happened) =>
        (happened["recipient"].IsGiven ? [happened["recipient"]] : happened["recipients"].Items()).Select(Address).OfType<EmailAddress>();

    private static EmailAddress? Address(JsonField field)
    {
        var text = field.Required();
        if (text.Length > 0 && !EmailAddress.TryParse(text, out _))
        {
            field.Refuse("must be a mail address");
        }
        return EmailAddress.TryParse(text, out var address) ? address : null;
    }
}
