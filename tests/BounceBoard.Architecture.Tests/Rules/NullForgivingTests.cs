using BounceBoard.Architecture.Tests.Scanning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BounceBoard.Architecture.Tests.Rules;

/// <summary>The product never tells the compiler that it knows better about null.</summary>
public sealed class NullForgivingTests : HouseRule
{
    private protected override SourceFile BadSample => Sample("src/BounceBoard.Core/A.cs", "class A { string B = null!; }");

    private protected override SourceFile GoodSample => Sample("src/BounceBoard.Core/A.cs", "class A { bool B(bool c) => !c; }");

    private protected override bool Applies(SourceFile file) => file.IsProduct;

    private protected override IEnumerable<string> Faults(SourceFile file) =>
        file.All<SyntaxNode>().Where(node => node.IsKind(SyntaxKind.SuppressNullableWarningExpression) && !IsFilledByBlazor(node))
            .Select(node => $"{file.At(node)} {node}");

    // Blazor sets such a property before any code of the component runs; there is no constructor to do it in.
    private static bool IsFilledByBlazor(SyntaxNode node) =>
        node.Parent?.Parent is PropertyDeclarationSyntax property &&
        property.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString() is "Inject" or "CascadingParameter");
}
