using BounceBoard.Architecture.Tests.Plan;

namespace BounceBoard.Architecture.Tests.Projects;

/// <summary>Compares a project with its floor in the plan.</summary>
internal static class FaultsOf
{
    private const string House = "BounceBoard.";

    public static IEnumerable<string> Project(ProjectFile project, Floor floor)
    {
        var arrows = project.Projects.Except(floor.Arrows.Select(arrow => House + arrow)).Select(it => $"{project.Name} -> {it} is not in the plan");
        var packages = project.Packages.Except(floor.Packages).Select(it => $"{project.Name} takes {it}, which is not in the plan");
        var unused = floor.Packages.Except(project.Packages).Select(it => $"{project.Name} no longer takes {it}; the plan still says so");
        return arrows.Concat(packages).Concat(unused);
    }

    /// <param name="references">Assemblies that the compiled floor really uses.</param>
    /// <param name="isFramework">Whether an assembly comes with .NET itself.</param>
    public static IEnumerable<string> Assembly(Floor floor, IEnumerable<string> references, Func<string, bool> isFramework)
    {
        var allowed = floor.Arrows.Select(AssemblyName).Concat(floor.Libraries ?? floor.Packages).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return references.Where(name => !allowed.Contains(name) && !isFramework(name)).Select(name => $"{floor.Name} uses {name}");
    }

    public static string AssemblyName(string floor) => floor == "Cli" ? "bounceboard" : House + floor;
}
