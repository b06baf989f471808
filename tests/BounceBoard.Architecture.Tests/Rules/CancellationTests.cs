using BounceBoard.Architecture.Tests.Scanning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BounceBoard.Architecture.Tests.Rules;

/// <summary>Below the pages, a public method that ends in Async takes a token as its last parameter.</summary>
public sealed class CancellationTests : HouseRule
{
    private static readonly string[] Floors = ["Mail", "Dns", "Storage", "Operations"];

    private protected override SourceFile BadSample => Sample("src/BounceBoard.Dns/A.cs", "class A { public Task BAsync(int c) => D; }");

    private protected override SourceFile GoodSample =>
        Sample("src/BounceBoard.Dns/A.cs", "class A { public Task BAsync(int c, CancellationToken token) => D; public ValueTask DisposeAsync() => D; }");

    private protected override bool Applies(SourceFile file) => Floors.Contains(file.Floor);

    private protected override IEnumerable<string> Faults(SourceFile file) =>
        from method in file.All<MethodDeclarationSyntax>()
        where method.Identifier.Text.EndsWith("Async", StringComparison.Ordinal) && method.Identifier.Text != "DisposeAsync"
        where method.Modifiers.Any(it => it.IsKind(SyntaxKind.PublicKeyword)) && !method.Modifiers.Any(it => it.IsKind(SyntaxKind.OverrideKeyword))
        // A writer's transaction already belongs to a cancellable piece of work.
        where method.ParameterList.Parameters.LastOrDefault()?.Type?.ToString() is not ("CancellationToken" or "DbTransaction")
        select $"{file.At(method)} {method.Identifier} takes no token last";
}
