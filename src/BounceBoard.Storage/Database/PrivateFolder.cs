namespace BounceBoard.Storage.Database;

/// <summary>A folder that only the account of the process may enter: it holds raw mail, password hashes or keys.</summary>
public static class PrivateFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Makes the folder with mode 0700 when it is missing; an existing one keeps the rights its administrator gave it.</summary>
    public static void Ensure(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            // Windows: the rights are inherited from the parent folder.
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerOnly);
        }
    }
}
