using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading.Logs;

namespace BounceBoard.Mail.Reading.PostfixLog;

/// <summary>Postfix (2 and 3, also several instances): each delivery attempt, joined with sender and message id by queue id.</summary>
internal sealed class PostfixLogForm : ILogForm
{
    public string Format => "postfix-log";

    public bool Take(ReadOnlySpan<char> line, ReadingInput input, List<BounceReport> reports)
    {
        if (!PostfixLine.TryRead(line, out var parts))
        {
            return false;
        }
        PostfixEntry.Take(parts, input, reports);
        return true;
    }
}
