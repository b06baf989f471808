using BounceBoard.Architecture.Tests.Scanning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BounceBoard.Architecture.Tests.Rules;

/// <summary>A method of the product is at most 40 lines, and so is a file of top-level statements.</summary>
public sealed class MethodLengthTests : HouseRule
{
    private const int Longest = 40;

    private protected override SourceFile BadSample =>
        Sample("src/BounceBoard.Core/A.cs", $"class A {{ void B() {{{new string('\n', Longest)}}} }}");

    private protected override SourceFile GoodSample =>
        Sample("src/BounceBoard.Core/A.cs", $"class A {{ void B() {{{new string('\n', Longest - 1)}}} void C() {{{new string('\n', 9)}}} }}");

    private protected override bool Applies(SourceFile file) => file.IsProduct;

    private protected override IEnumerable<string> Faults(SourceFile file) =>
        file.All<SyntaxNode>()
            .Where(node => node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax)
            .Where(node => Sizes.OfDeclaration(node) > Longest)
            .Select(node => $"{file.At(node)} takes {Sizes.OfDeclaration(node)} lines")
            .Concat(TopLevelStatements(file));

    private static IEnumerable<string> TopLevelStatements(SourceFile file)
    {
        if (file.All<GlobalStatementSyntax>().Any() && Sizes.OfFile(file.Text) > Longest)
        {
            yield return $"{file.Path} has {Sizes.OfFile(file.Text)} lines of top-level statements";
        }
    }
}
