namespace BounceBoard.Storage.Sources;

/// <summary>One of the files that were behind the path of a followed log, one after the other.</summary>
public sealed record LogGenerationRow
{
    /// <summary>Of a file nothing is known of but that it is not older than a moment.</summary>
    public static LogGenerationRow Unknown(string file, DateTimeOffset since) => new()
    {
        Number = 0,
        File = file,
        Device = 0,
        Inode = 0,
        Fingerprint = "",
        FingerprintSize = 0,
        Position = 0,
        Size = 0,
        ModifiedAt = since,
    };

    /// <summary>From 1, rising with each rotation.</summary>
    public required int Number { get; init; }

    /// <summary>Where it was last seen, links resolved.</summary>
    public required string File { get; init; }

    public required long Device { get; init; }

    public required long Inode { get; init; }

    /// <summary>SHA-256 of its first <see cref="FingerprintSize"/> bytes, lower-case hex; empty while it had none.</summary>
    public required string Fingerprint { get; init; }

    public required int FingerprintSize { get; init; }

    /// <summary>Bytes that are committed as evidence; of a compressed file, expanded.</summary>
    public required long Position { get; init; }

    /// <summary>Bytes it had when all its whole lines had been taken; less while some wait.</summary>
    public required long Size { get; init; }

    /// <summary>When it was last written to, as of the last reading.</summary>
    public required DateTimeOffset ModifiedAt { get; init; }
}
