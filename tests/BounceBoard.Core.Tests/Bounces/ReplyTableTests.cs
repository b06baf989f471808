using System.Globalization;
using BounceBoard.Core.Bounces;
using Xunit;

namespace BounceBoard.Core.Tests.Bounces;

/// <summary>Replies as servers word them, in tables: category, stage, host and reply; a dash where nothing is known.</summary>
public sealed class ReplyTableTests
{
    public static TheoryData<string> Tables() => new(Directory.GetFiles(Folder, "*.tsv").Select(path => Path.GetFileName(path)).Order());

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Bounces", "Replies");

    [Theory]
    [MemberData(nameof(Tables))]
    public void Classify_RepliesOfTheTable_GiveTheirCategories(string table)
    {
        var wrong = File.ReadLines(Path.Combine(Folder, table)).Select(line => line.Split('\t'))
            .Select(cells => (Expected: cells[0], Found: CategoryNames.ToName(Classify(cells[1], cells[2], cells[3])), Reply: cells[3]))
            .Where(row => row.Expected != row.Found);
        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Classify_RepliesOfTheTable_DoNotDependOnLetterCaseOrLineEnds(string table)
    {
        var wrong = File.ReadLines(Path.Combine(Folder, table)).Select(line => line.Split('\t'))
            .Where(cells => cells[0] != CategoryNames.ToName(Classify(cells[1], cells[2], cells[3].ToUpperInvariant().Replace(" ", "\r\n  ", StringComparison.Ordinal))))
            .Select(cells => cells[3]);
        Assert.Empty(wrong);
    }

    private static BounceCategory Classify(string stage, string host, string reply)
    {
        int? code = int.TryParse(reply.AsSpan(0, Math.Min(3, reply.Length)), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        SmtpStage? at = stage is "-" ? null : Enum.GetValues<SmtpStage>().Single(value => KebabName.Of(value) == stage);
        return ReplyClassifier.Classify(code, EnhancedStatusCode.Find(reply), reply, at, host is "-" ? null : host);
    }
}
