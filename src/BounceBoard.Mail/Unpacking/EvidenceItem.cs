using BounceBoard.Core.Evidence;

namespace BounceBoard.Mail.Unpacking;

/// <summary>One piece of evidence out of an upload: a mail, a piece of a log, a pasted session, or something that is refused.</summary>
/// <param name="Name">Name for people, made from the file's name; never a path to open.</param>
/// <param name="Kind">What the first look at the bytes tells.</param>
/// <param name="Content">The bytes as they came; of a refused file that is too large, only its beginning.</param>
/// <param name="Stream">Name of the log of which this is a piece; null for anything else.</param>
/// <param name="Ordinal">Number within the upload, from 1.</param>
/// <param name="Quarantine">Why it is refused: what, where, and what to do; null when it is not.</param>
public sealed record EvidenceItem(
    string Name,
    EvidenceKind Kind,
    ReadOnlyMemory<byte> Content,
    string? Stream,
    int Ordinal,
    string? Quarantine)
{
    /// <summary>False when only the beginning, or nothing, of a refused file is in <see cref="Content"/>, because it was too large.</summary>
    public bool IsWhole { get; init; } = true;
}
