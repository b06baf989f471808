using BounceBoard.Architecture.Tests.Scanning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BounceBoard.Architecture.Tests.Rules;

/// <summary>Nothing waits by blocking, nothing is async void, and a token is never optional.</summary>
public sealed class AsyncTests : HouseRule
{
    private protected override SourceFile BadSample => Sample("src/BounceBoard.Core/A.cs", "class A { int B(Task<int> task) => task.Result; }");

    private protected override SourceFile GoodSample =>
        Sample("src/BounceBoard.Core/A.cs", "class A { async Task<int> BAsync(Task<int> task, CancellationToken token) => await task; }");

    private protected override bool Applies(SourceFile file) => file.IsProduct;

    private protected override IEnumerable<string> Faults(SourceFile file) =>
        Blocking(file).Concat(AsyncVoid(file)).Concat(OptionalToken(file));

    private static IEnumerable<string> Blocking(SourceFile file) =>
        from access in file.All<MemberAccessExpressionSyntax>()
        let name = access.Name.Identifier.Text
        let called = access.Parent is InvocationExpressionSyntax
        where (name is "Result" && !called && IsTask(access.Expression)) || (name is "Wait" or "GetResult" && called)
        select $"{file.At(access)} blocks: {access}";

    // A record may have a Result too; a task is called or named as one.
    private static bool IsTask(ExpressionSyntax expression) =>
        expression is InvocationExpressionSyntax || expression.ToString().EndsWith("task", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> AsyncVoid(SourceFile file) =>
        from method in file.All<SyntaxNode>()
        let signature = method switch
        {
            MethodDeclarationSyntax it => (it.Modifiers, it.ReturnType),
            LocalFunctionStatementSyntax it => (it.Modifiers, it.ReturnType),
            _ => default,
        }
        where signature.ReturnType?.ToString() == "void" && signature.Modifiers.Any(it => it.IsKind(SyntaxKind.AsyncKeyword))
        select $"{file.At(method)} is async void";

    private static IEnumerable<string> OptionalToken(SourceFile file) =>
        from parameter in file.All<ParameterSyntax>()
        where parameter.Type?.ToString() == "CancellationToken" && parameter.Default is not null
        // An override repeats what the framework declared.
        where parameter.Parent?.Parent is not MethodDeclarationSyntax method || !method.Modifiers.Any(it => it.IsKind(SyntaxKind.OverrideKeyword))
        select $"{file.At(parameter)} makes the token optional";
}
