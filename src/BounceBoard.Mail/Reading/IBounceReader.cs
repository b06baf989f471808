using BounceBoard.Core.Bounces;

namespace BounceBoard.Mail.Reading;

/// <summary>Reads one form of evidence. The readers stand in one ordered list; the first that knows the form decides.</summary>
internal interface IBounceReader
{
    /// <summary>Name of the form in the command line's contract.</summary>
    string Format { get; }

    /// <summary>One report for each recipient, or null when the evidence has another form. Never throws on content.</summary>
    IReadOnlyList<BounceReport>? Read(ReadingInput input);
}
