using System.Text.RegularExpressions;
using BounceBoard.Architecture.Tests.Plan;
using BounceBoard.Architecture.Tests.Scanning;

namespace BounceBoard.Architecture.Tests.Rules;

/// <summary>SQL over a tenant's rows compares tenant_id with a parameter; an INSERT names the column.</summary>
public sealed partial class SqlNamesTenantTests : HouseRule
{
    private static readonly HashSet<string> PublicTables = [.. PublicTable.All.Select(table => table.Name)];

    private protected override SourceFile BadSample =>
        Sample("src/BounceBoard.Storage/A.cs", "class A { string B() => \"SELECT r.id FROM refusal r JOIN incident i ON i.tenant_id = r.tenant_id WHERE r.id = @id\"; }");

    private protected override SourceFile GoodSample =>
        Sample("src/BounceBoard.Storage/A.cs", "class A { string B() => \"SELECT id FROM refusal WHERE tenant_id = @tenant AND id = @id\"; }");

    private protected override bool Applies(SourceFile file) => file.IsProduct;

    private protected override IEnumerable<string> Faults(SourceFile file) =>
        from statement in SqlStatement.In(file)
        let tables = statement.Tables.Where(table => !PublicTables.Contains(table)).ToList()
        where tables.Count > 0 && !(statement.IsInsert ? Named : Compared).IsMatch(statement.Text)
        select $"{statement.At(file)} touches {string.Join(", ", tables)} without comparing tenant_id";

    [GeneratedRegex(@"\btenant_id\s*(=\s*@|IN\s*@)")]
    private static partial Regex Compared { get; }

    [GeneratedRegex(@"\btenant_id\b")]
    private static partial Regex Named { get; }
}
