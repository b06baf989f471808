using BounceBoard.Core.Bounces;

namespace BounceBoard.Mail.Reading.Webhooks;

/// <summary>SNS can send SES's notifications as mails: the words are the JSON, with a footer behind it.</summary>
internal sealed class SesMailReader : IBounceReader
{
    private static readonly SesForm Form = new();

    public string Format => Form.Format;

    public IReadOnlyList<BounceReport>? Read(ReadingInput input) =>
        input.Mail is { } mail && mail.Human.AsSpan().TrimStart().StartsWith("{") && Form.ReadText(Unwrapped(mail.Human)) is { Count: > 0 } reports ? reports : null;

    // The mail's lines are wrapped at spaces, inside JSON's texts too.
    private static string Unwrapped(string words) => words.Trim().ReplaceLineEndings(" ");
}
