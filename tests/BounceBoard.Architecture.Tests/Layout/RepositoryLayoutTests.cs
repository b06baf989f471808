using BounceBoard.Architecture.Tests.Plan;
using BounceBoard.Architecture.Tests.Scanning;

namespace BounceBoard.Architecture.Tests.Layout;

/// <summary>Where things lie: the top of the repository, and one name per slice on every floor.</summary>
public sealed class RepositoryLayoutTests
{
    [Fact]
    public void TopLevel_HoldsOnlyWhatIsPlanned() => Assert.Empty(UnplannedTop(Repository.Paths));

    [Fact]
    public void TopLevel_WithAnotherFolder_IsRefused() =>
        Assert.Equal(["docs"], UnplannedTop(["docs/a.md", "src/a.cs", ".ci/run", "README.md"]));

    [Fact]
    public void Floors_FirstLevelFolders_AreSlicesOrPlannedRooms() =>
        Assert.Equal("", string.Join('\n', UnplannedRooms(Repository.Paths)));

    [Fact]
    public void Floors_WithASliceOfAnotherName_AreRefused() =>
        Assert.Equal(
            ["src/BounceBoard.Storage/Bounce"],
            UnplannedRooms(["src/BounceBoard.Storage/Bounce/A.cs", "src/BounceBoard.Core/Bounces/A.cs", "src/BounceBoard.Core/A.cs"]));

    private static IEnumerable<string> UnplannedTop(IEnumerable<string> paths) =>
        paths.Select(path => path.Split('/')[0]).Distinct().Where(name => name[0] != '.').Except(HousePlan.TopLevel);

    private static IEnumerable<string> UnplannedRooms(IEnumerable<string> paths) =>
        from path in paths
        let parts = path.Split('/')
        where parts.Length > 3 && parts[0] == "src"
        let floor = HousePlan.Find(parts[1]["BounceBoard.".Length..])
        where !HousePlan.Slices.Contains(parts[2]) && !floor.Rooms.Contains(parts[2])
        group path by string.Join('/', parts[..3]) into folder
        select folder.Key;
}
