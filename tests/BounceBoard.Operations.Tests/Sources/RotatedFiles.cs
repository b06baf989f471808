using System.IO.Compression;

namespace BounceBoard.Operations.Tests.Sources;

/// <summary>What logrotate does to the files it has rotated.</summary>
internal static class RotatedFiles
{
    /// <summary>mail.log.1 becomes mail.log.2 and so on, compressed or not.</summary>
    public static void Shift(string log)
    {
        for (var number = 30; number > 0; number--)
        {
            foreach (var end in new[] { "", ".gz" })
            {
                if (File.Exists($"{log}.{number}{end}"))
                {
                    File.Move($"{log}.{number}{end}", $"{log}.{number + 1}{end}");
                }
            }
        }
    }

    /// <summary>gzip keeps the time of the last line.</summary>
    public static void Compress(string path)
    {
        using (var source = File.OpenRead(path))
        using (var target = new GZipStream(File.Create(path + ".gz"), CompressionMode.Compress))
        {
            source.CopyTo(target);
        }
        File.SetLastWriteTimeUtc(path + ".gz", File.GetLastWriteTimeUtc(path));
        File.Delete(path);
    }
}
