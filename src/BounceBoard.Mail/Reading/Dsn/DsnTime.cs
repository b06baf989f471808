using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading.Mails;
using MimeKit.Utils;

namespace BounceBoard.Mail.Reading.Dsn;

/// <summary>When the refusal happened: the last attempt is stated; the report's date and the arrival date are near it.</summary>
internal static class DsnTime
{
    public static (DateTimeOffset? At, FieldSource Source) Of(ReceivedMail mail, StatusGroup message, StatusGroup recipient, DateTimeOffset receivedAt)
    {
        var (at, source) = Read(recipient["Last-Attempt-Date"]) is { } attempt
            ? (attempt, FieldSource.Stated)
            : (Read(mail.Header("Date")) ?? Read(message["Arrival-Date"]), FieldSource.Derived);
        return at is null || at.Value.Year < 1990 || at > receivedAt.AddDays(2) ? (null, FieldSource.Unknown) : (at, source);
    }

    private static DateTimeOffset? Read(string? text) =>
        text is not null && DateUtils.TryParse(text, out var at) ? at.ToUniversalTime() : null;
}
