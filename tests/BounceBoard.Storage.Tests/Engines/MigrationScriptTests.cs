using BounceBoard.Storage.Database;
using Xunit;

namespace BounceBoard.Storage.Tests.Engines;

public sealed class MigrationScriptTests
{
    [Fact]
    public void Scripts_OfBothEngines_HaveTheSameNumbersAndNames()
    {
        var (sqlite, postgres) = (Of("Sqlite"), Of("PostgreSql"));
        Assert.NotEmpty(sqlite);
        Assert.Equal(sqlite, postgres);
    }

    private static List<string> Of(string engine) =>
    [
        .. typeof(Migrations).Assembly.GetManifestResourceNames()
            .Where(name => name.Contains($".Migrations.{engine}.", StringComparison.Ordinal))
            .Select(name => name[(name.IndexOf($".{engine}.", StringComparison.Ordinal) + engine.Length + 2)..])
            .Order(StringComparer.Ordinal),
    ];
}
