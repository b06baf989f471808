using System.IO.Compression;

namespace BounceBoard.Faults.Tests.Kills;

/// <summary>A mail log as its program writes it and logrotate treats it.</summary>
internal sealed class GrowingLog(string path)
{
    private int _rotations;

    public string Path => path;

    /// <summary>In two parts that meet in the middle of a line, so that a kill may fall between a message's sender and its refusal.</summary>
    public async Task WriteAsync(int batch, int lines)
    {
        var bytes = Evidences.Log(batch, 0, lines);
        var half = bytes.Length / 2;
        foreach (var part in new[] { bytes[..half], bytes[half..] })
        {
            await using (var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
            {
                await file.WriteAsync(part);
            }
            await Task.Delay(300);
        }
    }

    /// <summary>Until the next line there is no log.</summary>
    public void Rotate(bool isCompressed)
    {
        var rotated = $"{path}-{20260000 + ++_rotations}";
        File.Move(path, rotated);
        if (!isCompressed)
        {
            return;
        }
        using (var source = File.OpenRead(rotated))
        using (var target = new GZipStream(File.Create(rotated + ".gz"), CompressionLevel.Fastest))
        {
            source.CopyTo(target);
        }
        // As gzip does.
        File.SetLastWriteTimeUtc(rotated + ".gz", File.GetLastWriteTimeUtc(rotated));
        File.Delete(rotated);
    }
}
