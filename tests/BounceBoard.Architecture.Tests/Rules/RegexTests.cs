using BounceBoard.Architecture.Tests.Scanning;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BounceBoard.Architecture.Tests.Rules;

/// <summary>Regexes meet hostile text: generated and non-backtracking, or none.</summary>
public sealed class RegexTests : HouseRule
{
    private protected override SourceFile BadSample => Sample("src/BounceBoard.Mail/A.cs", "class A { [GeneratedRegex(\"a+\")] partial Regex B(); }");

    private protected override SourceFile GoodSample =>
        Sample("src/BounceBoard.Mail/A.cs", "class A { [GeneratedRegex(\"a+\", RegexOptions.NonBacktracking)] partial Regex B(); }");

    private protected override bool Applies(SourceFile file) => file.IsProduct;

    private protected override IEnumerable<string> Faults(SourceFile file) =>
        Generated(file).Concat(Built(file)).Concat(Static(file));

    private static IEnumerable<string> Generated(SourceFile file) =>
        from attribute in file.All<AttributeSyntax>()
        where attribute.Name.ToString() == "GeneratedRegex" && !attribute.ToString().Contains("NonBacktracking", StringComparison.Ordinal)
        select $"{file.At(attribute)} may backtrack";

    private static IEnumerable<string> Built(SourceFile file) =>
        from made in file.All<ObjectCreationExpressionSyntax>()
        where made.Type.ToString() == "Regex"
        select $"{file.At(made)} builds a regex at run time";

    private static IEnumerable<string> Static(SourceFile file) =>
        from access in file.All<MemberAccessExpressionSyntax>()
        where access is { Expression: IdentifierNameSyntax { Identifier.Text: "Regex" }, Parent: InvocationExpressionSyntax }
        where access.Name.Identifier.Text != "Escape"
        select $"{file.At(access)} {access} builds a regex at run time";
}
