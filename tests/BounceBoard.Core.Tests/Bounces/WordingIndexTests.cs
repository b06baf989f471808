using BounceBoard.Core.Bounces.Classification;
using Xunit;

namespace BounceBoard.Core.Tests.Bounces;

/// <summary>The work of a look-up grows with the text and not faster; it is counted, not timed.</summary>
public sealed class WordingIndexTests
{
    private const int Megabyte = 1 << 20;

    private static readonly WordingIndex Index = new(AllWordings.InOrder);

    /// <summary>Beginnings of rows, which each place of the text must be compared with.</summary>
    public static TheoryData<string> Beginnings() => new(
    [
        .. AllWordings.InOrder.GroupBy(row => row.Begin[..3]).OrderByDescending(group => group.Count()).Take(8).Select(group => group.Key),
        "relay", "recipient ", "mailbox ", "user ", " ip", "aaaa",
    ]);

    [Theory]
    [MemberData(nameof(Beginnings))]
    public void Ask_TwiceTheText_TakesTwiceTheWork(string beginning)
    {
        var small = Index.Ask(Repeated(beginning, Megabyte / 2));
        var large = Index.Ask(Repeated(beginning, Megabyte));

        Assert.InRange(large.Compared, small.Compared, (small.Compared * 2) + 1000);
        Assert.InRange(large.Searched, 0, AllWordings.InOrder.Count);
    }

    [Fact]
    public void Ask_EveryRowBegunAndNoneFinished_SearchesEachRowOnce()
    {
        var open = AllWordings.InOrder.Where(row => row.Pattern.Contains('*', StringComparison.Ordinal)).ToList();
        var text = string.Join(' ', open.Select(row => row.Begin));
        var found = new WordingIndex(open).Ask(Of(string.Concat(Enumerable.Repeat(text[..(text.Length / 2)] + ' ', Megabyte / 8 / text.Length))));

        Assert.InRange(found.Searched, 1, open.Count);
    }

    [Fact]
    public void Constructor_RowWithAShortBeginning_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new WordingIndex([new Wording("ab*cdef", BounceBoard.Core.Bounces.BounceCategory.Blocked, "nobody")]));

    [Fact]
    public void Rows_Patterns_AreLowerCaseAndWrittenOnceForEachCondition()
    {
        var rows = AllWordings.InOrder;
        Assert.DoesNotContain(rows, row => row.Pattern.Any(char.IsUpper) || row.Who.Length == 0);
        Assert.Empty(rows.GroupBy(row => (row.Pattern, row.Reply, row.Status, row.Stage)).Where(group => group.Count() > 1).Select(group => group.Key.Pattern));
    }

    /// <summary>A row that holds the words of an earlier one is never reached.</summary>
    [Fact]
    public void Rows_AllFamilies_CanBeReached() => Assert.Empty(Unreached.In(AllWordings.InOrder));

    private static Answer Repeated(string beginning, int length) => Of(string.Concat(Enumerable.Repeat(beginning, length / beginning.Length)));

    private static Answer Of(string words) => new(words, null, null, null, null);
}
