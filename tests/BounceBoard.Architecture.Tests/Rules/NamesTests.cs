using System.Text.RegularExpressions;
using BounceBoard.Architecture.Tests.Scanning;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BounceBoard.Architecture.Tests.Rules;

/// <summary>A name says what a thing does; these words say nothing.</summary>
public sealed partial class NamesTests : HouseRule
{
    private protected override SourceFile BadSample => Sample("src/BounceBoard.Core/MailHelper.cs", "class MailHelper;");

    private protected override SourceFile GoodSample => Sample("src/BounceBoard.Core/DatabaseReader.cs", "class DatabaseReader : BackgroundService;");

    private protected override bool Applies(SourceFile file) => (file.IsCSharp || file.IsRazor) && !file.Path.EndsWith("NamesTests.cs", StringComparison.Ordinal);

    private protected override IEnumerable<string> Faults(SourceFile file)
    {
        var declared = file.All<BaseTypeDeclarationSyntax>().Select(type => type.Identifier.Text);
        foreach (var name in file.Path.Split('/')[..^1].Append(file.Name).Concat(declared).Where(name => Empty.IsMatch(name)).Distinct())
        {
            yield return $"{file.Path} {name}";
        }
    }

    [GeneratedRegex("(^|[a-z0-9.])(Manager|Helper|Util|Utility|Utilities|Service|Base|Common|Dto)s?$", RegexOptions.NonBacktracking)]
    private static partial Regex Empty { get; }
}
