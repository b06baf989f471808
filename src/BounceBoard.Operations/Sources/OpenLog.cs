using System.Security.Cryptography;
using BounceBoard.Mail.Unpacking;
using BounceBoard.Storage.Sources;

namespace BounceBoard.Operations.Sources;

/// <summary>
/// A log file held open: what is told of it and what is read from it are of the same file, whatever is renamed, truncated or compressed meanwhile.
/// </summary>
internal sealed class OpenLog : IDisposable
{
    /// <summary>Enough to hold a time and a host; logs with the same first lines (names of columns) differ within it.</summary>
    private const int HeadBytes = 4096;

    /// <summary>Less is no fingerprint: half a time of day begins many files.</summary>
    private const int LeastBytes = 64;

    private readonly FileStream _file;
    private readonly Stream? _expanded;
    private readonly byte[] _head;
    // Read from the source and not given out yet.
    private ReadOnlyMemory<byte> _ahead;

    private OpenLog(string path, FileStream file)
    {
        (Path, _file, Stat) = (path, file, FileStat.Of(file.SafeFileHandle));
        _expanded = LogStreams.Expand(file);
        var head = new byte[HeadBytes];
        _head = head[..Source.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        _ahead = _head;
    }

    public string Path { get; }

    public FileStat Stat { get; }

    /// <summary>Compressed: nobody writes to it any more.</summary>
    public bool IsPacked => _expanded is not null;

    /// <summary>Names of the columns at its beginning, if it has such lines.</summary>
    public ReadOnlyMemory<byte> Heading => LogStreams.Heading(_head);

    private int Marked => _head.Length < LeastBytes ? 0 : _head.Length;

    private Stream Source => _expanded ?? _file;

    /// <exception cref="IOException">It is gone, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">This account may not read it.</exception>
    /// <exception cref="InvalidDataException">It is compressed, and broken or not whole yet.</exception>
    public static OpenLog Open(string path)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, FileOptions.SequentialScan);
        OpenLog? log = null;
        try
        {
            return log = new OpenLog(path, file);
        }
        finally
        {
            if (log is null)
            {
                file.Dispose();
            }
        }
    }

    /// <summary>
    /// True when it begins as that file did and holds what was read of it: inodes are used again, and a truncated log may have grown past its old end.
    /// </summary>
    public bool Continues(LogGenerationRow row) =>
        (IsPacked || Stat.Size >= row.Position) && _head.Length >= row.FingerprintSize && Fingerprint(row.FingerprintSize) == row.Fingerprint;

    /// <summary>The row with what is known of this file in it, read up to a position.</summary>
    public LogGenerationRow Seen(LogGenerationRow row, long position) => row with
    {
        File = Path,
        Device = Stat.Device,
        Inode = Stat.Inode,
        Fingerprint = Fingerprint(Marked),
        FingerprintSize = Marked,
        Position = position,
        Size = Stat.Size,
        ModifiedAt = Stat.ModifiedAt,
    };

    /// <summary>The row of a file that was not read before.</summary>
    public LogGenerationRow First(int number, long position) => Seen(LogGenerationRow.Unknown(Path, DateTimeOffset.UnixEpoch), position) with
    {
        Number = number,
        // Less than it has: it waits to be read.
        Size = position,
    };

    /// <summary>Goes to a position, once, before the first reading.</summary>
    public void Seek(long position)
    {
        if (_expanded is null)
        {
            (_file.Position, _ahead) = (position, default);
            return;
        }
        var left = position - _ahead.Length;
        _ahead = left < 0 ? _ahead[(int)position..] : default;
        var skipped = new byte[64 * 1024];
        while (left > 0 && _expanded.Read(skipped, 0, (int)Math.Min(skipped.Length, left)) is var count and > 0)
        {
            left -= count;
        }
    }

    /// <summary>Where the line begins that is being written now: the end of the file, or a little before it.</summary>
    public long LastLineEnd()
    {
        const int Longest = 64 * 1024;
        var from = Math.Max(0, Stat.Size - Longest);
        Seek(from);
        var tail = new byte[Stat.Size - from];
        var count = Read(tail);
        var end = tail.AsSpan(0, count).LastIndexOf((byte)'\n') + 1;
        return end == 0 && from > 0 ? Stat.Size : from + end;
    }

    /// <summary>Reads on until the buffer is full or the file ends.</summary>
    public int Read(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, _ahead.Length);
        _ahead.Span[..count].CopyTo(buffer);
        _ahead = _ahead[count..];
        return count + Source.ReadAtLeast(buffer[count..], buffer.Length - count, throwOnEndOfStream: false);
    }

    public void Dispose()
    {
        _expanded?.Dispose();
        _file.Dispose();
    }

    private string Fingerprint(int bytes) => bytes == 0 ? "" : Convert.ToHexStringLower(SHA256.HashData(_head.AsSpan(0, bytes)));
}
