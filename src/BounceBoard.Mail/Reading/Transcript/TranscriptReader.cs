using System.Text;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Evidence;
using BounceBoard.Mail.Reading.Phrases;

namespace BounceBoard.Mail.Reading.Transcript;

/// <summary>Reads an SMTP session that somebody pasted: telnet, swaks, a mail program's debug log, or the bare dialogue.</summary>
internal sealed class TranscriptReader : IBounceReader
{
    public string Format => "transcript";

    public IReadOnlyList<BounceReport>? Read(ReadingInput input)
    {
        if (input.Item.Kind is not EvidenceKind.Transcript)
        {
            return null;
        }
        var session = new SmtpSession();
        foreach (var line in Encoding.UTF8.GetString(input.Item.Content.Span).ReplaceLineEndings("\n").Split('\n'))
        {
            session.Take(SessionLine.Of(line, session.InData));
        }
        var reports = session.End();
        return reports.Count > 0 ? [.. reports.Select(report => report with { Hops = HopChain.Of(report, report.ReplyText) })] : null;
    }
}
