using BounceBoard.Architecture.Tests.Scanning;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BounceBoard.Architecture.Tests.Rules;

/// <summary>Pages, endpoints and commands change nothing by themselves: they name no writer of Storage and start no transaction.</summary>
public sealed class OnlyOperationsWritesTests : HouseRule
{
    private static readonly HashSet<string> Writers =
        [.. Repository.Files.Where(file => file.Floor == "Storage").SelectMany(DeclaredWriters), "SampleWriter", "DbTransaction"];

    private protected override SourceFile BadSample => Sample("src/BounceBoard.Web/A.cs", "class A(SampleWriter writer);");

    private protected override SourceFile GoodSample => Sample("src/BounceBoard.Cli/A.cs", "class A(TextWriter writer);");

    private protected override bool Applies(SourceFile file) => file.Floor is "Web" or "Cli";

    private protected override IEnumerable<string> Faults(SourceFile file)
    {
        var words = file.Text.Split([.. " \t\r\n.,;:()<>[]{}@\"?!"], StringSplitOptions.RemoveEmptyEntries);
        var writers = words.Where(Writers.Contains).Distinct().Select(name => $"{file.Path} names {name}");
        var transactions = file.All<MemberAccessExpressionSyntax>()
            .Where(access => access.Name.Identifier.Text == "WriteAsync" && access.Expression.ToString().EndsWith("database", StringComparison.OrdinalIgnoreCase))
            .Select(access => $"{file.At(access)} writes to the database");
        return writers.Concat(transactions);
    }

    private static IEnumerable<string> DeclaredWriters(SourceFile file) =>
        file.All<TypeDeclarationSyntax>().Select(type => type.Identifier.Text).Where(name => name.EndsWith("Writer", StringComparison.Ordinal));
}
