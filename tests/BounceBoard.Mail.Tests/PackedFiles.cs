using System.IO.Compression;

namespace BounceBoard.Mail.Tests;

/// <summary>A file packed in the ways in which people send files.</summary>
internal static class PackedFiles
{
    public static IEnumerable<byte[]> AllOf(string name, byte[] content)
    {
        using (var gzip = new MemoryStream())
        {
            using (var packing = new GZipStream(gzip, CompressionMode.Compress, leaveOpen: true))
            {
                packing.Write(content);
            }
            yield return gzip.ToArray();
        }
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var member = archive.CreateEntry(name).Open();
            member.Write(content);
        }
        yield return zip.ToArray();
        yield return [.. "From MAILER-DAEMON Thu Feb 12 10:00:01 2026\n"u8, .. content, .. "\n\nFrom MAILER-DAEMON Thu Feb 12 10:00:02 2026\n"u8, .. content];
    }
}
