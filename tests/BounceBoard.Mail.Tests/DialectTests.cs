using System.Text.Json;
using BounceBoard.Mail.Reading.Dialects;
using BounceBoard.Mail.Reading.Forms;
using Xunit;

namespace BounceBoard.Mail.Tests;

/// <summary>The table of marks that tells who wrote a report.</summary>
public sealed class DialectTests
{
    [Fact]
    public void All_EveryDialect_HasAFixtureThatNamesIt()
    {
        var named = Directory.EnumerateFiles(FixtureTests.Folder, "*.expected.json", SearchOption.AllDirectories).SelectMany(Dialects).ToHashSet(StringComparer.Ordinal);

        var known = DialectNames.All.Select(mark => mark.Dialect).Concat(BounceForms.InOrder.Select(form => form.Dialect).OfType<string>());

        Assert.Empty(known.Except(named));
    }

    [Fact]
    public void All_NoMark_StandsTwice() =>
        Assert.Empty(DialectNames.All.GroupBy(mark => (mark.Place, mark.Text.ToUpperInvariant())).Where(group => group.Count() > 1).Select(group => group.Key));

    private static List<string> Dialects(string path)
    {
        using var expected = JsonDocument.Parse(File.ReadAllText(path));
        return [.. expected.RootElement.EnumerateArray().Select(row => row.TryGetProperty("dialect", out var dialect) ? dialect.GetString() : null).OfType<string>()];
    }
}
