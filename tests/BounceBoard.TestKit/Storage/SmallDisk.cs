using System.Diagnostics;
using System.Globalization;

namespace BounceBoard.TestKit.Storage;

/// <summary>A file system of few megabytes, to be filled to the brim; unmounted and gone after the test. Needs root on Linux.</summary>
public sealed class SmallDisk : IDisposable
{
    private const string FillerName = "filler";

    private SmallDisk(string folder) => Folder = folder;

    /// <summary>Where it is mounted.</summary>
    public string Folder { get; }

    /// <summary>Bytes that can still be written.</summary>
    public long Free => new DriveInfo(Folder).AvailableFreeSpace;

    private string Filler => Path.Combine(Folder, FillerName);

    /// <param name="missing">Why it cannot be mounted here: the reason for a skipped test.</param>
    /// <returns>Null where it cannot.</returns>
    public static SmallDisk? TryMount(int megabytes, out string? missing)
    {
        missing = "A small disk is mounted as root on Linux only.";
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            return null;
        }
        var folder = Directory.CreateTempSubdirectory("bounceboard-disk-").FullName;
        // World-writable as a temp folder is: a database server runs under its own account.
        var fault = Run("mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m,mode=1777"), "bounceboard", folder);
        if (fault is null)
        {
            missing = null;
            return new SmallDisk(folder);
        }
        Directory.Delete(folder);
        missing = $"A small disk cannot be mounted here: {fault}";
        return null;
    }

    /// <summary>Writes a file that leaves about <paramref name="free"/> bytes for everybody else.</summary>
    public void Fill(long free)
    {
        using var filler = new FileStream(Filler, FileMode.Append, FileAccess.Write);
        var block = new byte[4096];
        for (var left = Free - free; left >= block.Length; left -= block.Length)
        {
            filler.Write(block);
        }
    }

    /// <summary>Takes that file away again.</summary>
    public void MakeRoom() => File.Delete(Filler);

    public void Dispose()
    {
        if (!Directory.Exists(Folder))
        {
            return;
        }
        // Lazily: a process of the test that is just ending may still hold a file.
        if (Run("umount", "-l", Folder) is { } fault)
        {
            throw new InvalidOperationException($"The small disk could not be unmounted: {fault}");
        }
        Directory.Delete(Folder);
    }

    private static string? Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true });
        var errors = process?.StandardError.ReadToEnd();
        process?.WaitForExit();
        return process is { ExitCode: 0 } ? null : $"{program}: {errors?.Trim()}";
    }
}
