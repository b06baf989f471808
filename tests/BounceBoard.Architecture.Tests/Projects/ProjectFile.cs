using System.Xml.Linq;
using BounceBoard.Architecture.Tests.Scanning;

namespace BounceBoard.Architecture.Tests.Projects;

/// <summary>What a project file says it leans on.</summary>
internal sealed record ProjectFile(string Name, IReadOnlyList<string> Projects, IReadOnlyList<string> Packages)
{
    public static ProjectFile Read(string name, string xml)
    {
        var root = XDocument.Parse(xml).Root ?? throw new InvalidOperationException($"{name} is empty.");
        return new ProjectFile(
            name,
            [.. Included(root, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))],
            [.. Included(root, "PackageReference")]);
    }

    /// <summary>Project files of the product ("Core" …).</summary>
    public static IEnumerable<ProjectFile> Product() =>
        Repository.Files.Where(file => file.IsProduct && file.Path.EndsWith(".csproj", StringComparison.Ordinal))
            .Select(file => Read(file.Floor, file.Text));

    private static IEnumerable<string> Included(XElement root, string kind) =>
        root.Descendants(kind).Select(item => (string?)item.Attribute("Include") ?? "");
}
