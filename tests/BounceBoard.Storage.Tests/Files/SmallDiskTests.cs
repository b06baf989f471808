using BounceBoard.TestKit.Storage;
using Xunit;

namespace BounceBoard.Storage.Tests.Files;

public sealed class SmallDiskTests
{
    [Fact]
    public void Fill_ThenWrite_NoSpaceUntilThereIsRoomAgain()
    {
        using var disk = SmallDisk.TryMount(2, out var missing);
        Assert.SkipWhen(disk is null, missing ?? "");
        var file = Path.Combine(disk!.Folder, "mine");
        disk.Fill(free: 64 * 1024);
        Assert.InRange(disk.Free, 0, 64 * 1024);
        Assert.Throws<IOException>(() => File.WriteAllBytes(file, new byte[128 * 1024]));
        disk.MakeRoom();
        File.WriteAllBytes(file, new byte[128 * 1024]);
    }

    [Fact]
    public void Dispose_WithFilesIn_NothingIsLeft()
    {
        using var disk = SmallDisk.TryMount(1, out var missing);
        Assert.SkipWhen(disk is null, missing ?? "");
        File.WriteAllText(Path.Combine(disk!.Folder, "mine"), "x");
        var folder = disk.Folder;
        disk.Dispose();
        Assert.False(Directory.Exists(folder));
    }
}
