using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BounceBoard.Architecture.Tests.Scanning;

/// <summary>A string that is SQL, with the member it stands in.</summary>
internal sealed partial record SqlStatement(SyntaxNode Node, string Member, string Text)
{
    /// <summary>Tables it reads or writes.</summary>
    public IEnumerable<string> Tables => Table.Matches(Text).Select(match => match.Groups["table"].Value).Except(Named.Matches(Text).Select(match => match.Groups["name"].Value));

    public bool IsInsert => Text.TrimStart().StartsWith("INSERT", StringComparison.OrdinalIgnoreCase);

    public static IEnumerable<SqlStatement> In(SourceFile file) =>
        from node in file.All<ExpressionSyntax>()
        where node is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax
        let text = TextOf(file, node)
        where Sql.IsMatch(text)
        select new SqlStatement(node, MemberOf(node), text);

    /// <summary>"path Member (line 12)": what a fault begins with, stable enough for an exemption.</summary>
    public string At(SourceFile file) => $"{file.Path} {Member} (line {Node.GetLocation().GetLineSpan().StartLinePosition.Line + 1})";

    private static string TextOf(SourceFile file, ExpressionSyntax node) => node switch
    {
        LiteralExpressionSyntax literal => literal.Token.ValueText,
        InterpolatedStringExpressionSyntax text => string.Concat(text.Contents.Select(part => TextOf(file, part))),
        _ => "",
    };

    private static string TextOf(SourceFile file, InterpolatedStringContentSyntax part) =>
        part is InterpolationSyntax hole ? SqlConstants.Find(file, hole) ?? hole.ToString() : part.ToString();

    private static string MemberOf(SyntaxNode node) => node.Ancestors().OfType<MemberDeclarationSyntax>().FirstOrDefault() switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        FieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.Text,
        _ => "",
    };

    [GeneratedRegex(@"^\s*(SELECT|INSERT|REPLACE|UPDATE|DELETE|WITH|MERGE)\s+(\*|\w+|\()[\s\S]*\b(FROM|INTO|SET|SELECT)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Sql { get; }

    /// <summary>WITH name AS (…).</summary>
    [GeneratedRegex(@"\b(?<name>[a-z_]+)\s+AS\s*\(")]
    private static partial Regex Named { get; }

    [GeneratedRegex(@"\b(FROM|JOIN|INTO|UPDATE)\s+(?<table>[a-z_]+)\b")]
    private static partial Regex Table { get; }
}
