using System.IO.Compression;

namespace BounceBoard.Operations.Domains.Exams;

/// <summary>Takes a picture out of a <c>data:</c> address (RFC 2397), unpacked.</summary>
internal static class InnerPicture
{
    private const string Mark = ";base64,";

    /// <returns>Null where the address holds none, or one larger than any that is shown.</returns>
    public static byte[]? Of(string address)
    {
        var at = address.IndexOf(Mark, StringComparison.OrdinalIgnoreCase);
        if (!address.StartsWith("data:", StringComparison.OrdinalIgnoreCase) || at < 0)
        {
            return null;
        }
        var text = address[(at + Mark.Length)..];
        var room = new byte[text.Length];
        return !Convert.TryFromBase64String(text, room, out var size) ? null : room is [0x1f, 0x8b, ..] ? Unpacked(room, size) : room[..size];
    }

    private static byte[]? Unpacked(byte[] packed, int size)
    {
        var room = new byte[BimiFetching.MostPictureBytes];
        try
        {
            using var inner = new MemoryStream(packed, 0, size);
            using var unpacking = new GZipStream(inner, CompressionMode.Decompress);
            var length = unpacking.ReadAtLeast(room, room.Length, throwOnEndOfStream: false);
            return length < room.Length ? room[..length] : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
