using System.Reflection;
using BounceBoard.Architecture.Tests.Plan;

namespace BounceBoard.Architecture.Tests.Projects;

/// <summary>Arrows between floors only point down, in the project files and in what was compiled.</summary>
public sealed class ArrowsTests
{
    private static readonly Floor Core = HousePlan.Find("Core");

    private static readonly HashSet<string> Framework =
        [.. Directory.EnumerateFiles(RuntimeFolder("Microsoft.NETCore.App"), "*.dll")
            .Concat(Directory.EnumerateFiles(RuntimeFolder("Microsoft.AspNetCore.App"), "*.dll"))
            .Select(path => Path.GetFileNameWithoutExtension(path))];

    [Fact]
    public void ProjectFiles_EveryFloor_FollowThePlan()
    {
        var projects = ProjectFile.Product().ToList();
        Assert.Equal(HousePlan.Floors.Select(floor => floor.Name).Order(), projects.Select(project => project.Name).Order());
        Assert.Empty(projects.SelectMany(project => FaultsOf.Project(project, HousePlan.Find(project.Name))));
    }

    [Fact]
    public void Assemblies_EveryFloor_UseOnlyWhatThePlanAllows() =>
        Assert.Empty(HousePlan.Floors.SelectMany(floor => FaultsOf.Assembly(floor, ReferencesOf(floor), Framework.Contains)));

    [Fact]
    public void Plan_EveryArrow_PointsToAnEarlierFloor() =>
        Assert.Empty(
            from floor in HousePlan.Floors.Index()
            from arrow in floor.Item.Arrows
            where Array.FindIndex(HousePlan.Floors, it => it.Name == arrow) >= floor.Index
            select $"{floor.Item.Name} -> {arrow}");

    [Fact]
    public void ProjectFile_WithAnArrowUpwards_IsRefused()
    {
        var project = ProjectFile.Read("Core", """<Project><ItemGroup><ProjectReference Include="../BounceBoard.Web/BounceBoard.Web.csproj" /></ItemGroup></Project>""");
        Assert.Equal(["Core -> BounceBoard.Web is not in the plan"], FaultsOf.Project(project, Core));
    }

    [Fact]
    public void ProjectFile_WithAnUnplannedPackage_IsRefused()
    {
        var project = ProjectFile.Read("Core", """<Project><ItemGroup><PackageReference Include="Dapper" /></ItemGroup></Project>""");
        Assert.Equal(["Core takes Dapper, which is not in the plan"], FaultsOf.Project(project, Core));
    }

    [Fact]
    public void Assembly_ThatReachesThroughAnotherFloor_IsRefused() =>
        Assert.Equal(["Web uses MimeKit"], FaultsOf.Assembly(HousePlan.Find("Web"), ["System.Runtime", "MudBlazor", "MimeKit"], Framework.Contains));

    private static IEnumerable<string> ReferencesOf(Floor floor) =>
        Assembly.Load(FaultsOf.AssemblyName(floor.Name)).GetReferencedAssemblies().Select(name => name.Name ?? "");

    private static string RuntimeFolder(string framework)
    {
        var core = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return core.Replace("Microsoft.NETCore.App", framework, StringComparison.Ordinal);
    }
}
