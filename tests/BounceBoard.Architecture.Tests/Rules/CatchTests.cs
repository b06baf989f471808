using BounceBoard.Architecture.Tests.Scanning;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BounceBoard.Architecture.Tests.Rules;

/// <summary>Everything is caught at the job boundary and the UI boundary only; elsewhere a catch says what it can handle.</summary>
public sealed class CatchTests : HouseRule
{
    private protected override SourceFile BadSample => Sample("src/BounceBoard.Core/A.cs", "class A { void B() { try { } catch (Exception e) { } } }");

    private protected override SourceFile GoodSample =>
        Sample("src/BounceBoard.Core/A.cs", "class A { void B() { try { } catch (Exception e) when (e is IOException or FormatException) { } catch { Close(); throw; } } }");

    private protected override bool Applies(SourceFile file) => file.IsProduct;

    private protected override IEnumerable<string> Faults(SourceFile file) =>
        from clause in file.All<CatchClauseSyntax>()
        where clause.Declaration is null or { Type: IdentifierNameSyntax { Identifier.Text: "Exception" } }
        // What is thrown on was only tidied up after.
        where !clause.Block.Statements.OfType<ThrowStatementSyntax>().Any(it => it.Expression is null)
        where clause.Filter is null || !clause.Filter.ToString().Contains(" is ", StringComparison.Ordinal)
        select $"{file.At(clause)} catches everything";
}
