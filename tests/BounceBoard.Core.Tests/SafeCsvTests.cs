using CsCheck;
using Xunit;

namespace BounceBoard.Core.Tests;

public sealed class SafeCsvTests
{
    [Theory]
    [InlineData("=cmd|' /C calc'!A0", "\"'=cmd|' /C calc'!A0\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1+1", "\"'-1+1\"")]
    [InlineData("@SUM(1)", "\"'@SUM(1)\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("  =1", "\"'  =1\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData(null, "\"\"")]
    [InlineData("user@example.net", "\"user@example.net\"")]
    public void Line_Field_IsQuotedAndNoFormula(string? field, string line) => Assert.Equal(line, SafeCsv.Line(field));

    [Fact]
    public void Read_OfAnyWrittenLine_GivesTheFields() => Gen.Select(Field, Field).Sample((one, two) =>
        Assert.Equal([one, two], SafeCsv.Read(SafeCsv.Line(one, two))));

    [Fact]
    public void Line_OfAnyField_BeginsWithNoFormulaCharacter() => Field.Sample(field =>
        Assert.DoesNotContain(SafeCsv.Line(field)[1], "=+-@\t\r"));

    private static Gen<string> Field { get; } = Gen.String[Gen.Char["ab=+-@'\",;"], 0, 8];
}
