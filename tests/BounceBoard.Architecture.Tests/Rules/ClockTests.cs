using System.Text.RegularExpressions;
using BounceBoard.Architecture.Tests.Scanning;

namespace BounceBoard.Architecture.Tests.Rules;

/// <summary>Time is a TimeProvider or a parameter: nothing reads the machine's clock by itself.</summary>
public sealed partial class ClockTests : HouseRule
{
    private protected override SourceFile BadSample => Sample("src/BounceBoard.Web/A.razor", "<p>@DateTime.UtcNow</p>");

    private protected override SourceFile GoodSample => Sample("src/BounceBoard.Web/A.cs", "var now = time.GetUtcNow();");

    private protected override bool Applies(SourceFile file) => file.IsProduct;

    private protected override IEnumerable<string> Faults(SourceFile file) => file.Lines(Clock);

    [GeneratedRegex(@"\b(DateTime(Offset)?\.(Utc)?Now|DateTime\.Today|Environment\.TickCount)\b")]
    private static partial Regex Clock { get; }
}
