using System.Globalization;

namespace BounceBoard.Operations.Sources;

/// <summary>What the page of a followed log says is wrong, and what to do.</summary>
internal static class LogProblems
{
    public const string Missing = "There is no file at the path now. It is read as soon as there is one.";

    public const string OutOfSight = "The file that was read is not in its folder any more. It is looked for once more before the next one is read.";

    public const string Unreadable = "The account of BounceBoard may not read the file. Give it the right to, for example by the group of the log.";

    public static string Failed(string message) => $"The file cannot be read: {message}";

    public static string Truncated(long position) => Say(
        $"The file was emptied after {position:N0} bytes of it were read, and no copy of it is in its folder: lines written since the last reading may be lost. Rotate by renaming instead of copytruncate.");

    public static string Gone(long position) => Say(
        $"The file went away after {position:N0} bytes of it were read, and none in its folder begins like it: lines written since the last reading may be lost. Keep rotated logs in the same folder for a day.");

    public static string Copied(long position) => Say(
        $"The file was copied and emptied (copytruncate) after {position:N0} bytes of it were read. The copy was read to its end; lines written between copying and emptying are in neither.");

    public static string Broken(string path) => $"'{path}' is compressed and broken: the lines behind the break are lost.";

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
