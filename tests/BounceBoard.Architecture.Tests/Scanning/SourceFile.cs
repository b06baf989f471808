using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BounceBoard.Architecture.Tests.Scanning;

/// <summary>A text file and, when it is C#, its syntax.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    private CompilationUnitSyntax? _root;

    public bool IsCSharp => Path.EndsWith(".cs", StringComparison.Ordinal);

    public bool IsRazor => Path.EndsWith(".razor", StringComparison.Ordinal);

    /// <summary>Product code: what the rules about style are for.</summary>
    public bool IsProduct => Path.StartsWith("src/", StringComparison.Ordinal);

    /// <summary>The name before the first dot: parts of one type share it ("Page.razor.cs", "Reader.Regexes.cs").</summary>
    public string Name => System.IO.Path.GetFileName(Path).Split('.')[0];

    /// <summary>"Storage" for a file under src/BounceBoard.Storage, else empty.</summary>
    public string Floor => IsProduct ? Path.Split('/')[1]["BounceBoard.".Length..] : "";

    public CompilationUnitSyntax Syntax => _root ??= CSharpSyntaxTree.ParseText(Text).GetCompilationUnitRoot();

    public IEnumerable<T> All<T>() => IsCSharp ? Syntax.DescendantNodes().OfType<T>() : [];

    /// <summary>"path:line" of a piece of syntax, as an editor opens it.</summary>
    public string At(Microsoft.CodeAnalysis.SyntaxNode node) =>
        $"{Path}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";

    /// <summary>"path:line" of every line in which <paramref name="pattern"/> is found, with the line.</summary>
    public IEnumerable<string> Lines(System.Text.RegularExpressions.Regex pattern) =>
        Text.Split('\n').Select((line, index) => (line, index)).Where(it => pattern.IsMatch(it.line))
            .Select(it => $"{Path}:{it.index + 1}: {it.line.Trim()}");
}
