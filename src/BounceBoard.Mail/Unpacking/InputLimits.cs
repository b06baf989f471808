namespace BounceBoard.Mail.Unpacking;

/// <summary>All limits for input that strangers can send, in one place for every importer. Sizes in bytes.</summary>
public sealed record InputLimits
{
    public static InputLimits Default { get; } = new();

    /// <summary>Largest archive that is opened; a compressed log is exempt, because it is streamed.</summary>
    public long CompressedBytes { get; init; } = 10L * 1024 * 1024;

    /// <summary>Most bytes that all members of one archive may expand to; a compressed log is exempt.</summary>
    public long ExpandedBytes { get; init; } = 25L * 1024 * 1024;

    /// <summary>Expanded bytes per compressed byte; holds for compressed logs too.</summary>
    public int ExpansionRatio { get; init; } = 200;

    /// <summary>Up to this size the ratio is not looked at: tiny files compress absurdly well.</summary>
    public long RatioFreeBytes { get; init; } = 1024 * 1024;

    public int ArchiveMembers { get; init; } = 1000;

    /// <summary>Archives inside archives: 1 means that an archive may hold files, and no archive.</summary>
    public int ArchiveDepth { get; init; } = 1;

    public long MailBytes { get; init; } = 30L * 1024 * 1024;

    public int MimeDepth { get; init; } = 20;

    public int MimeParts { get; init; } = 1000;

    public int HeaderBytes { get; init; } = 256 * 1024;

    /// <summary>A log is cut into pieces of at most this size, at line ends; a longer line is cut inside.</summary>
    public int LogChunkBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>How much of a file is looked at to recognise what it is.</summary>
    public int HeadBytes { get; init; } = 64 * 1024;
}
