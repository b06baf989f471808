using System.Text.RegularExpressions;
using BounceBoard.Architecture.Tests.Scanning;

namespace BounceBoard.Architecture.Tests.Rules;

/// <summary>No file names the package source it was built from or a folder of the machine it was written on.</summary>
public sealed partial class TraceTests : HouseRule
{
    private protected override SourceFile BadSample => Sample("README.md", $"see https://api.{"nuget"}.org/v3");

    private protected override SourceFile GoodSample => Sample("README.md", "stands in /var/lib/bounceboard, see src/work.md");

    private protected override bool Applies(SourceFile file) => true;

    private protected override IEnumerable<string> Faults(SourceFile file) => file.Lines(Trace);

    [GeneratedRegex(@"(api|www)\.nuge[t]\.org|registry\.npmj[s]\.org|deb\.debia[n]\.org|registry\.yarnpk[g]\.com|(^|[^A-Za-z0-9_.])/(wor[k]|far[m]|roo[t]|home/[a-z]+)/")]
    private static partial Regex Trace { get; }
}
