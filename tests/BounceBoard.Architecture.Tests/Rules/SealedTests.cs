using BounceBoard.Architecture.Tests.Scanning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BounceBoard.Architecture.Tests.Rules;

/// <summary>A class or record is sealed, static or abstract; a component's code-behind is sealed by nobody.</summary>
public sealed class SealedTests : HouseRule
{
    private protected override SourceFile BadSample => Sample("src/BounceBoard.Core/A.cs", "public record A(int B);");

    private protected override SourceFile GoodSample =>
        Sample("src/BounceBoard.Core/A.cs", "public sealed record A(int B); static class C; abstract record D; record struct E;");

    private protected override bool Applies(SourceFile file) => file.IsProduct && !file.Path.EndsWith(".razor.cs", StringComparison.Ordinal);

    private protected override IEnumerable<string> Faults(SourceFile file) =>
        from type in file.All<TypeDeclarationSyntax>()
        where type.IsKind(SyntaxKind.ClassDeclaration) || type.IsKind(SyntaxKind.RecordDeclaration)
        where !type.Modifiers.Any(it => it.Kind() is SyntaxKind.SealedKeyword or SyntaxKind.StaticKeyword or SyntaxKind.AbstractKeyword)
        where type.Identifier.Text != "Program"
        select $"{file.At(type)} {type.Identifier} is open";
}
