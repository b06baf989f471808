namespace BounceBoard.Mail.Reading.Mails;

/// <summary>One part of a mail, decoded.</summary>
/// <param name="Type">Its media type, lower case: <c>message/delivery-status</c>.</param>
/// <param name="IsHuman">Text for a person: plain, or HTML without its marks when there is no plain text.</param>
internal sealed record MailPart(string Type, string Text, bool IsHuman);
