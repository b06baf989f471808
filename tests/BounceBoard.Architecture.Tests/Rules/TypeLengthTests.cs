using BounceBoard.Architecture.Tests.Scanning;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BounceBoard.Architecture.Tests.Rules;

/// <summary>A type of the product is at most 140 lines.</summary>
public sealed class TypeLengthTests : HouseRule
{
    private const int Longest = 140;

    private protected override SourceFile BadSample => Sample("src/BounceBoard.Core/A.cs", $"class A {{{new string('\n', Longest)}}}");

    private protected override SourceFile GoodSample => Sample("src/BounceBoard.Core/A.cs", $"class A {{{new string('\n', Longest - 1)}}}");

    private protected override bool Applies(SourceFile file) => file.IsProduct;

    private protected override IEnumerable<string> Faults(SourceFile file) =>
        from type in file.All<BaseTypeDeclarationSyntax>()
        let lines = Sizes.OfDeclaration(type)
        where lines > Longest
        select $"{file.At(type)} {type.Identifier} has {lines} lines";
}
