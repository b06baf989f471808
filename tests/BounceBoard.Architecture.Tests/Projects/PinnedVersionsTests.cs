using System.Xml.Linq;
using BounceBoard.Architecture.Tests.Scanning;

namespace BounceBoard.Architecture.Tests.Projects;

/// <summary>Versions stand in one place, and libraries with known holes stay above them.</summary>
public sealed class PinnedVersionsTests
{
    [Fact]
    public void ProjectFiles_Packages_CarryNoVersionOfTheirOwn() =>
        Assert.DoesNotContain(
            Repository.Files.Where(file => file.Path.EndsWith(".csproj", StringComparison.Ordinal)),
            file => XDocument.Parse(file.Text).Descendants("PackageReference").Any(item => item.Attribute("Version") is not null));

    // Header injection through addresses: CVE-2026-30227.
    [Fact]
    public void MimeKit_Version_IsAboveTheHeaderInjection()
    {
        var versions = XDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "Directory.Packages.props"))).Descendants("PackageVersion");
        var mimeKit = versions.Single(item => (string?)item.Attribute("Include") == "MimeKit");
        Assert.True(Version.Parse((string)mimeKit.Attribute("Version")!) >= new Version(4, 15, 1));
    }
}
