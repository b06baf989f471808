using BounceBoard.Architecture.Tests.Scanning;

namespace BounceBoard.Architecture.Tests.Rules;

/// <summary>A file is at most 200 lines; half of the product's files are at most 45 and nine of ten at most 120.</summary>
public sealed class FileLengthTests : HouseRule
{
    private const int Longest = 200;

    private protected override SourceFile BadSample => Sample("src/BounceBoard.Core/A.cs", new string('\n', Longest + 1));

    private protected override SourceFile GoodSample => Sample("src/BounceBoard.Core/A.cs", new string('\n', Longest));

    private protected override bool Applies(SourceFile file) =>
        file.IsCSharp || file.IsRazor || file.Path.StartsWith("wwwroot-assets/", StringComparison.Ordinal);

    private protected override IEnumerable<string> Faults(SourceFile file)
    {
        var lines = Sizes.OfFile(file.Text);
        if (lines > Longest)
        {
            yield return $"{file.Path} has {lines} lines";
        }
    }

    [Fact]
    public void Product_HalfAndNineOfTenOfItsFiles_AreShort()
    {
        var lines = Repository.Files.Where(file => file.IsProduct && file.IsCSharp).Select(file => Sizes.OfFile(file.Text)).Order().ToList();
        Assert.InRange(lines[lines.Count / 2], 1, 45);
        Assert.InRange(lines[lines.Count * 9 / 10], 1, 120);
    }
}
