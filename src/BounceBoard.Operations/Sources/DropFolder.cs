namespace BounceBoard.Operations.Sources;

/// <summary>One watched folder: a Maildir (new, cur, tmp), or a plain folder that files are copied into.</summary>
internal sealed class DropFolder
{
    private const string Imported = "imported";
    private const string Failed = "failed";

    // A copy in progress touches its file again and again; a Maildir file is whole once it stands in new/.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(5);
    private static readonly string[] Unfinished = [".tmp", ".part", ".partial", ".filepart", ".crdownload"];

    private readonly string _path;

    private DropFolder(string path, bool isMaildir) => (_path, IsMaildir) = (path, isMaildir);

    public bool IsMaildir { get; }

    public static DropFolder Of(string path) =>
        new(path, Directory.Exists(Path.Combine(path, "new")) && Directory.Exists(Path.Combine(path, "cur")));

    /// <summary>Files that are whole, the oldest first. Links are not followed: they could name any file of the machine.</summary>
    public IReadOnlyList<FileInfo> Waiting(DateTimeOffset now)
    {
        var folder = new DirectoryInfo(IsMaildir ? Path.Combine(_path, "new") : _path);
        return
        [
            .. folder.EnumerateFiles()
                .Where(file => file.LinkTarget is null && !file.Name.StartsWith('.'))
                .Where(file => IsMaildir || (now.UtcDateTime - file.LastWriteTimeUtc >= Settled && !Unfinished.Contains(file.Extension.ToLowerInvariant())))
                .OrderBy(file => file.LastWriteTimeUtc)
                .ThenBy(file => file.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>Maildir: to cur/ with the flag "seen"; plain: to imported/.</summary>
    public void MoveImported(FileInfo file)
    {
        if (IsMaildir)
        {
            var name = file.Name.Contains(":2,", StringComparison.Ordinal) ? file.Name : file.Name + ":2,S";
            Move(file, Path.Combine(_path, "cur"), name);
            return;
        }

        Move(file, Path.Combine(_path, Imported), file.Name);
    }

    /// <summary>Puts a file aside that cannot be read; when not even that is allowed it stays and is tried again.</summary>
    public void TryMoveFailed(FileInfo file)
    {
        try
        {
            Move(file, Path.Combine(_path, Failed), file.Name);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // It is still where it was: nothing is lost.
        }
    }

    private static void Move(FileInfo file, string folder, string name)
    {
        Directory.CreateDirectory(folder);
        var target = Path.Combine(folder, name);
        for (var copy = 2; File.Exists(target); copy++)
        {
            target = Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(name)}-{copy}{Path.GetExtension(name)}");
        }

        File.Move(file.FullName, target);
    }
}
