using System.Text.RegularExpressions;
using BounceBoard.Architecture.Tests.Scanning;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BounceBoard.Architecture.Tests.Rules;

/// <summary>SQL stands in Storage, names its columns, writes keywords in upper case, and takes values as parameters only.</summary>
public sealed partial class SqlStyleTests : HouseRule
{
    private protected override SourceFile BadSample =>
        Sample("src/BounceBoard.Storage/A.cs", "class A { string B(string c) => $\"SELECT id FROM tenant WHERE name = '{c}'\"; }");

    private protected override SourceFile GoodSample => Sample(
        "src/BounceBoard.Storage/A.cs",
        "class A { const string Columns = \"id\"; string B() => $\"SELECT {Columns}, count(*) FROM tenant WHERE name = @name AND id {_database.Dialect.AnyOf(\"@ids\")}{AConditions.Where(filter)}{dialect.ForEach(\"@names\", \"a\", \"b\", Columns)}{(all ? \"\" : \" AND seen\")}\"; }");

    private protected override bool Applies(SourceFile file) => file.IsProduct;

    private protected override IEnumerable<string> Faults(SourceFile file)
    {
        foreach (var statement in SqlStatement.In(file))
        {
            if (file.Floor != "Storage")
            {
                yield return $"{statement.At(file)} holds SQL outside Storage";
            }
            if (EveryColumn.IsMatch(statement.Text))
            {
                yield return $"{statement.At(file)} selects every column";
            }
            if (LowerCase.IsMatch(statement.Text))
            {
                yield return $"{statement.At(file)} writes keywords in lower case";
            }
            foreach (var hole in statement.Node.DescendantNodes().OfType<InterpolationSyntax>()
                .Where(it => SqlConstants.Find(file, it) is null && !IsOneOfTwoTexts(it.Expression) && !OfHouse.IsMatch(it.Expression.ToString())))
            {
                yield return $"{statement.At(file)} is put together with {hole}";
            }
        }
    }

    // A condition that is there or not: both texts are constants.
    private static bool IsOneOfTwoTexts(ExpressionSyntax hole) =>
        hole is ParenthesizedExpressionSyntax { Expression: ConditionalExpressionSyntax { WhenTrue: LiteralExpressionSyntax, WhenFalse: LiteralExpressionSyntax } };

    // What the engines say differently: the dialect's own words, with a parameter's name and constants at most. What a list asks for: conditions and order,
    // chosen from constants by a type of that name.
    [GeneratedRegex(@"^((\w+\.)*[Dd]ialect\.(AnyOf\(""@\w+""\)|ForEach\(""@\w+""(, (""[^""]*""|[A-Z]\w*))+\)|ClaimRows)|\w+Conditions\.(Where|OrderBy)\(\w+(, \w+)*\))$")]
    private static partial Regex OfHouse { get; }

    [GeneratedRegex(@"\bSELECT\s+(\w+\.)?\*", RegexOptions.IgnoreCase)]
    private static partial Regex EveryColumn { get; }

    [GeneratedRegex(@"(?<![@\w])(select|insert|update|delete|from|where|join|order by|group by)\b")]
    private static partial Regex LowerCase { get; }
}
