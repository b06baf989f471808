using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BounceBoard.Architecture.Tests.Scanning;

/// <summary>Pieces of SQL that stand as constants of the product, so that a statement can be read as a whole.</summary>
internal static class SqlConstants
{
    private static readonly ILookup<string, string> Known =
        Repository.Files.Where(file => file.Floor == "Storage").SelectMany(Declared).ToLookup(it => it.Name, it => it.Text);

    /// <summary>The constant that <paramref name="hole"/> names, of its own file or as "Type.Name"; null for anything else.</summary>
    public static string? Find(SourceFile file, InterpolationSyntax hole)
    {
        var name = hole.Expression.ToString();
        return Declared(file).FirstOrDefault(it => it.Name == $"{file.Name}.{name}").Text ?? Known[name].FirstOrDefault();
    }

    private static IEnumerable<(string Name, string Text)> Declared(SourceFile file) =>
        from field in file.All<FieldDeclarationSyntax>()
        where field.Modifiers.Any(it => it.Text == "const")
        from variable in field.Declaration.Variables
        let text = variable.Initializer?.Value switch
        {
            LiteralExpressionSyntax literal => literal.Token.ValueText,
            // Another name for a constant that stands elsewhere.
            MemberAccessExpressionSyntax other => Elsewhere(other.ToString()),
            _ => null,
        }
        where text is not null
        select ($"{file.Name}.{variable.Identifier.Text}", text);

    private static string? Elsewhere(string name) =>
        (from file in Repository.Files
         where file.Floor == "Storage" && name.StartsWith(file.Name + ".", StringComparison.Ordinal)
         from it in Declared(file)
         where it.Name == name
         select it.Text).FirstOrDefault();
}
