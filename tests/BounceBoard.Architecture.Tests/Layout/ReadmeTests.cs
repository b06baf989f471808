using System.Text.RegularExpressions;
using BounceBoard.Architecture.Tests.Scanning;
using Microsoft.Extensions.Configuration;

namespace BounceBoard.Architecture.Tests.Layout;

/// <summary>What the README says of commands and settings is so.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    [Fact]
    public void ConfigurationTable_HoldsTheKeysOfTheSampleFile()
    {
        var sample = new ConfigurationBuilder().AddJsonFile(Path.Combine(Repository.Root, "appsettings.sample.json")).Build();
        var keys = sample.AsEnumerable().Where(pair => pair.Value is not null).Select(pair => pair.Key);
        Assert.Equal(keys.Order(StringComparer.Ordinal), KeysIn(Readme).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ConfigurationTable_RowWithoutAKey_IsNotMistakenForOne() =>
        Assert.Equal(["A:B", "C:D.E:F"], KeysIn("| `A:B` | `x` | text |\n| a | `E:F` | |\n`G:H`\n| `C:D.E:F` | – | more |\n| `a b` | |"));

    [Theory]
    [InlineData("dotnet run --project src/BounceBoard.Web")]
    [InlineData("./tests/run")]
    [InlineData(".github/screenshot.png")]
    [InlineData("LGPL-3.0")]
    public void Readme_WhatAReaderLooksFor_IsThere(string text) => Assert.Contains(text, Readme, StringComparison.Ordinal);

    [Fact]
    public void FilesItNames_Exist() =>
        Assert.All(
            NamedFile.Matches(Readme).Select(match => match.Value).Where(path => !path.Contains("/bin/", StringComparison.Ordinal)).Distinct(),
            path => Assert.Contains(Repository.Paths, it => it == path || it.StartsWith(path + "/", StringComparison.Ordinal)));

    private static IEnumerable<string> KeysIn(string markdown) => Row.Matches(markdown).Select(match => match.Groups["key"].Value);

    [GeneratedRegex(@"^\| `(?<key>[A-Za-z]+(:[A-Za-z.]+)*)` \|", RegexOptions.Multiline)]
    private static partial Regex Row { get; }

    [GeneratedRegex(@"(?<![\w/.])(src|tests|\.ci|\.github)/[\w./-]*\w(?=[\s`)])")]
    private static partial Regex NamedFile { get; }
}
