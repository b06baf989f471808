using System.IO.Compression;
using System.Security.Cryptography;

namespace BounceBoard.Storage.Evidence;

/// <summary>Raw bytes made ready for the table outside the write transaction: hash, size and Brotli.</summary>
public sealed class PackedContent
{
    // 4 of 11: about 100 MB/s on one core; the highest level would hold up a storm of mails for a tenth less space.
    private const int Quality = 4;
    private const int WindowBits = 22;

    private PackedContent(string sha256, int size, byte[] brotli) => (Sha256, Size, Brotli) = (sha256, size, brotli);

    /// <summary>SHA-256 of the raw bytes, lower-case hex.</summary>
    public string Sha256 { get; }

    /// <summary>Raw size, bytes.</summary>
    public int Size { get; }

    internal byte[] Brotli { get; }

    public static PackedContent Of(ReadOnlySpan<byte> raw)
    {
        var target = new byte[BrotliEncoder.GetMaxCompressedLength(raw.Length)];
        if (!BrotliEncoder.TryCompress(raw, target, out var written, Quality, WindowBits))
        {
            throw new InvalidOperationException($"{raw.Length} bytes did not fit their compression bound.");
        }

        return new PackedContent(Convert.ToHexStringLower(SHA256.HashData(raw)), raw.Length, target[..written]);
    }

    internal static byte[] Unpack(byte[] brotli, long size)
    {
        using var source = new BrotliStream(new MemoryStream(brotli), CompressionMode.Decompress);
        var raw = new byte[size];
        source.ReadExactly(raw);
        return raw;
    }
}
