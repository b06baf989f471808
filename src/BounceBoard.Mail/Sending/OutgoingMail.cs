namespace BounceBoard.Mail.Sending;

/// <summary>A plain text that a program sends by itself.</summary>
/// <param name="Id">Left part of the Message-ID; the same when the mail is sent again.</param>
/// <param name="ListId">RFC 2919: what mail programs sort by, for example <c>alerts.acme.bounces.example.net</c>.</param>
public sealed record OutgoingMail(
    string From, IReadOnlyList<string> To, string Subject, string Text, string Id, string ListId, DateTimeOffset At);
