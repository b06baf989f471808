using System.Text.RegularExpressions;
using BounceBoard.Architecture.Tests.Scanning;

namespace BounceBoard.Architecture.Tests.Rules;

/// <summary>Outside text is never markup: no MarkupString in pages, no markup from strings in scripts.</summary>
public sealed partial class MarkupTests : HouseRule
{
    private protected override SourceFile BadSample => Sample("src/BounceBoard.Web/A.razor", "@((MarkupString)Reply)");

    private protected override SourceFile GoodSample => Sample("wwwroot-assets/js/a.js", "node.textContent = reply;");

    private protected override bool Applies(SourceFile file) =>
        file.Floor == "Web" || file.Path.StartsWith("wwwroot-assets/js/", StringComparison.Ordinal);

    private protected override IEnumerable<string> Faults(SourceFile file) => file.Lines(Markup);

    [GeneratedRegex(@"\bMarkupString\b|AddMarkupContent|\binnerHTML\b|\bouterHTML\b|insertAdjacentHTML|document\.write|\beval\(")]
    private static partial Regex Markup { get; }
}
