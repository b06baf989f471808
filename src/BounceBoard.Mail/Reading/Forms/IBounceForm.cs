using BounceBoard.Mail.Reading.LooseBounces;
using BounceBoard.Mail.Reading.Mails;

namespace BounceBoard.Mail.Reading.Forms;

/// <summary>One MTA's own form of a bounce, which is no RFC 3464 report. The forms stand in one list and are tried in order.</summary>
internal interface IBounceForm
{
    /// <summary>Name of what writes this form: the output's <c>dialect</c>. Null where several write it; the table of marks then tells which.</summary>
    string? Dialect { get; }

    /// <summary>The recipients and what stands beside each; null when the mail has another form, and never an empty list.</summary>
    IReadOnlyList<LooseEntry>? Read(ReceivedMail mail);
}
