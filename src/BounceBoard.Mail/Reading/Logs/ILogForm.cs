using BounceBoard.Core.Bounces;

namespace BounceBoard.Mail.Reading.Logs;

/// <summary>The lines that one mail server writes to its log.</summary>
internal interface ILogForm
{
    /// <summary>Name of the form in the command line's contract.</summary>
    string Format { get; }

    /// <summary>Takes a line without its end: adds what it reports, and keeps in the session what later lines need. Copies nothing of a line it only looks at.</summary>
    /// <returns>False when the line is not of this server.</returns>
    bool Take(ReadOnlySpan<char> line, ReadingInput input, List<BounceReport> reports);

    /// <summary>The piece is over: tells what waited for a later line.</summary>
    void End(ReadingInput input, List<BounceReport> reports)
    {
    }
}
