using BounceBoard.Architecture.Tests.Scanning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BounceBoard.Architecture.Tests.Rules;

/// <summary>A file holds one public type (with its generic twin) and carries its name; the namespace is the folder.</summary>
public sealed class OneTypePerFileTests : HouseRule
{
    private protected override SourceFile BadSample =>
        Sample("src/BounceBoard.Core/Rooms/A.cs", "namespace BounceBoard.Core.Rooms; public class A; public class B;");

    private protected override SourceFile GoodSample =>
        Sample("src/BounceBoard.Core/Rooms/A.cs", "namespace BounceBoard.Core.Rooms; public class A; public class A<T>; class Row;");

    private protected override bool Applies(SourceFile file) => file.IsCSharp && !file.Path.Contains("/Fixtures/", StringComparison.Ordinal);

    private protected override IEnumerable<string> Faults(SourceFile file)
    {
        var types = file.All<MemberDeclarationSyntax>().Where(IsTopLevelType).Select(type => (Name: NameOf(type), Public: IsPublic(type))).ToList();
        var open = types.Where(type => type.Public).Select(type => type.Name).Distinct().ToList();
        if (open.Count > 1)
        {
            yield return $"{file.Path} holds {string.Join(", ", open)}";
        }
        var first = open.FirstOrDefault() ?? types.FirstOrDefault().Name;
        // "ResultOf.cs" holds Result<T>, whose plain twin stands in "Result.cs".
        if (first is not null && first != file.Name && $"{first}Of" != file.Name && !file.All<GlobalStatementSyntax>().Any())
        {
            yield return $"{file.Path} holds {first}";
        }
        var folder = NamespaceOf(file.Path);
        foreach (var space in file.All<BaseNamespaceDeclarationSyntax>().Where(it => it.Name.ToString() != folder))
        {
            yield return $"{file.At(space)} says {space.Name}, its folder says {folder}";
        }
    }

    private static bool IsTopLevelType(MemberDeclarationSyntax member) =>
        member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax && member.Parent is BaseNamespaceDeclarationSyntax or CompilationUnitSyntax;

    private static string NameOf(MemberDeclarationSyntax type) =>
        type is BaseTypeDeclarationSyntax declared ? declared.Identifier.Text : ((DelegateDeclarationSyntax)type).Identifier.Text;

    private static bool IsPublic(MemberDeclarationSyntax type) => type.Modifiers.Any(it => it.IsKind(SyntaxKind.PublicKeyword));

    private static string NamespaceOf(string path) => string.Join('.', path.Split('/')[1..^1]);
}
