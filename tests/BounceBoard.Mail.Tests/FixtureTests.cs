using System.Text.Json;
using Xunit;

namespace BounceBoard.Mail.Tests;

/// <summary>Each file in Fixtures is read and compared with the file of expected results beside it: fields that are named there must hold.</summary>
public sealed class FixtureTests
{
    public static TheoryData<string> Files() =>
        [.. Directory.EnumerateFiles(Folder, "*.expected.json", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Folder, path)[..^".expected.json".Length]).Order(StringComparer.Ordinal)];

    internal static string Folder => Path.Combine(AppContext.BaseDirectory, "Fixtures");

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Parse_Fixture_HasTheExpectedFields(string name) =>
        await CompareAsync(name, await File.ReadAllBytesAsync(Path.Combine(Folder, name)));

    [Theory]
    [InlineData("postfix-dsn.eml", "\r\n")]
    [InlineData("postfix-dsn.eml", "\r")]
    [InlineData("loose.eml", "\r")]
    [InlineData("traps-dsn.eml", "\r\n")]
    [InlineData("telnet.txt", "\r")]
    [InlineData("postfix.log", "\r\n")]
    public async Task Parse_OtherLineEnds_ReadsTheSame(string name, string lineEnd)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Folder, name));
        await CompareAsync(name, System.Text.Encoding.UTF8.GetBytes(text.ReplaceLineEndings(lineEnd)));
    }

    private static async Task CompareAsync(string name, byte[] content)
    {
        var reports = await Readings.ReadAsync(content);
        using var expected = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, name + ".expected.json")));
        Assert.Equal(expected.RootElement.GetArrayLength(), reports.Count);
        foreach (var (index, wanted) in expected.RootElement.EnumerateArray().Index())
        {
            foreach (var field in wanted.EnumerateObject())
            {
                Assert.Equal((field.Name, Readings.Text(field.Value)), (field.Name, Readings.Text(reports[index], field.Name)));
            }
        }
    }
}
