using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace BounceBoard.Operations.Sources;

/// <summary>
/// What Linux knows of a file: .NET tells neither device nor inode. statx(2), because its structure is the same on every processor; glibc 2.28 and
/// musl 1.2 have it.
/// </summary>
/// <param name="Device">Major number above 32 bits, minor number below.</param>
/// <param name="Size">Bytes.</param>
internal sealed record FileStat(bool IsRegular, long Device, long Inode, long Size, DateTimeOffset ModifiedAt)
{
    private const int CurrentFolder = -100;
    private const int NoFollow = 0x100;
    private const int EmptyPath = 0x1000;
    private const uint BasicStats = 0x7ff;
    private const int TypeMask = 0xf000;
    private const int RegularType = 0x8000;

    /// <summary>Of what stands at the path; a link is not looked through.</summary>
    /// <returns>Null when nothing is there, or this account may not look.</returns>
    public static FileStat? Of(string path) =>
        OperatingSystem.IsLinux() && OfPath(CurrentFolder, path, NoFollow, BasicStats, out var raw) == 0 ? Of(raw) : null;

    /// <summary>Of the file that is open, wherever it stands by now.</summary>
    /// <exception cref="IOException">The system does not tell.</exception>
    public static FileStat Of(SafeFileHandle file) =>
        OperatingSystem.IsLinux() && OfHandle(file, "", EmptyPath, BasicStats, out var raw) == 0
            ? Of(raw)
            : throw new IOException("The system does not tell the inode of the file.");

    private static FileStat Of(in Raw raw) => new(
        (raw.Mode & TypeMask) == RegularType,
        ((long)raw.DeviceMajor << 32) | raw.DeviceMinor,
        unchecked((long)raw.Inode),
        unchecked((long)raw.Size),
        DateTimeOffset.FromUnixTimeSeconds(raw.ModifiedSeconds).AddTicks(raw.ModifiedNanoseconds / TimeSpan.NanosecondsPerTick));

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [DllImport("libc", EntryPoint = "statx", ExactSpelling = true)]
    private static extern int OfPath(int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, out Raw raw);

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [DllImport("libc", EntryPoint = "statx", ExactSpelling = true)]
    private static extern int OfHandle(SafeFileHandle file, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, out Raw raw);

    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Raw
    {
        [FieldOffset(28)]
        public ushort Mode;

        [FieldOffset(32)]
        public ulong Inode;

        [FieldOffset(40)]
        public ulong Size;

        [FieldOffset(112)]
        public long ModifiedSeconds;

        [FieldOffset(120)]
        public uint ModifiedNanoseconds;

        [FieldOffset(136)]
        public uint DeviceMajor;

        [FieldOffset(140)]
        public uint DeviceMinor;
    }
}
