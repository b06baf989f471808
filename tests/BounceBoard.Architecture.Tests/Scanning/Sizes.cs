using Microsoft.CodeAnalysis;

namespace BounceBoard.Architecture.Tests.Scanning;

/// <summary>How many lines something takes.</summary>
internal static class Sizes
{
    public static int OfFile(string text) => text.Length == 0 ? 0 : text.AsSpan().Count('\n') + (text[^1] == '\n' ? 0 : 1);

    /// <summary>Lines of the declaration itself, without the comments above it.</summary>
    public static int OfDeclaration(SyntaxNode node)
    {
        var span = node.SyntaxTree.GetLineSpan(node.Span);
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }
}
