using System.IO.Compression;

namespace BounceBoard.Mail.Unpacking;

/// <summary>Logs as their servers and their rotation leave them: plain, gzip or zstd, told by their first bytes.</summary>
public static class LogStreams
{
    /// <summary>Expands a compressed log, from its beginning on.</summary>
    /// <param name="file">Stands at its beginning; closed with the result.</param>
    /// <returns>Null when it is not compressed.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static Stream? Expand(Stream file)
    {
        Span<byte> mark = stackalloc byte[4];
        var count = file.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return ContentForms.Of(mark[..count]) switch
        {
            ContentForm.Gzip => new GZipStream(file, CompressionMode.Decompress),
            ContentForm.Zstandard => new ZstandardStream(file, leaveOpen: false),
            _ => null,
        };
    }

    /// <summary>The lines with the names of the columns, where the log is a table that begins with them; empty for other logs.</summary>
    /// <param name="head">Its first bytes.</param>
    public static ReadOnlyMemory<byte> Heading(ReadOnlyMemory<byte> head)
    {
        var rest = head;
        while (rest.Span.StartsWith("#"u8) || rest.Span.StartsWith("type,"u8))
        {
            var end = rest.Span.IndexOf((byte)'\n');
            if (end < 0)
            {
                break;
            }
            rest = rest[(end + 1)..];
        }
        return head[..^rest.Length];
    }
}
