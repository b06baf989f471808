using System.Text.RegularExpressions;
using BounceBoard.Architecture.Tests.Scanning;

namespace BounceBoard.Architecture.Tests.Rules;

/// <summary>What stands in the product is finished: no notes to come back, no bodies that throw instead of working, no regions.</summary>
public sealed partial class UnfinishedTests : HouseRule
{
    private protected override SourceFile BadSample => Sample("src/BounceBoard.Core/A.cs", $"throw new {"NotImplemented"}Exception();");

    private protected override SourceFile GoodSample => Sample("src/BounceBoard.Core/A.cs", "throw new NotSupportedException(\"a stream cannot seek\");");

    private protected override bool Applies(SourceFile file) => file.IsProduct || file.Path.StartsWith("wwwroot-assets/", StringComparison.Ordinal);

    private protected override IEnumerable<string> Faults(SourceFile file) => file.Lines(Unfinished);

    [GeneratedRegex(@"\bTODO\b|\bFIXME\b|\bHACK\b|\bXXX\b|NotImplementedException|#region")]
    private static partial Regex Unfinished { get; }
}
