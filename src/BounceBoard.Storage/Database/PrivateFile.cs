namespace BounceBoard.Storage.Database;

/// <summary>A file that only the account of the process may read and write.</summary>
internal static class PrivateFile
{
    /// <summary>Makes the empty file with mode 0600: it has its rights before it has content.</summary>
    /// <exception cref="IOException">It exists already.</exception>
    public static void Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        using var made = new FileStream(path, options);
    }
}
