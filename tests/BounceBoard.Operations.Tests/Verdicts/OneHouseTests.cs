using System.Globalization;
using BounceBoard.Operations.Tests.Verdicts.Playing;
using Xunit;

namespace BounceBoard.Operations.Tests.Verdicts;

/// <summary>
/// The command line replays a day of mail from its events; the house decides from its tables. Each day is played through both, and they must say the same.
/// </summary>
public sealed class OneHouseTests(ITestOutputHelper output)
{
    [Fact]
    public Task House_OwnScenarios_SaysWhatTheReplaySays() => CompareAsync(Scenarios.Own);

    [Fact]
    public Task House_RecordedDays_SaysWhatTheReplaySays()
    {
        Assert.SkipUnless(Directory.Exists(Scenarios.Recorded), $"{Scenarios.Recorded} is not there; set BOUNCEBOARD_CORPORA to the folder that holds replay/.");
        return CompareAsync(Scenarios.Recorded);
    }

    private async Task CompareAsync(string folder)
    {
        var all = new List<PlayedAnswer>();
        var (asked, met) = (0, 0);
        output.WriteLine("scenario | asked | verdict | cause | false suppressions");
        foreach (var (name, scenario, expected) in Scenarios.In(folder))
        {
            var answers = await PlayedDay.PlayAsync(name, scenario);
            output.WriteLine(Row(name, answers));
            (asked, met) = (asked + answers.Count(one => one.IsAsked(expected)), met + answers.Count(one => one.IsAsked(expected) && one.Meets(expected)));
            all.AddRange(answers);
        }
        output.WriteLine(Row("all", all));
        output.WriteLine($"expected results met: {met} of {asked}");
        foreach (var differs in all.Where(one => !one.SameVerdict || !one.SameCause || one.IsFalseSuppression))
        {
            output.WriteLine(differs.ToString());
        }
    }

    private static string Row(string name, IReadOnlyList<PlayedAnswer> answers)
    {
        var judged = answers.Where(one => !one.IsWronglyHeld).ToList();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{name} | {judged.Count} | {judged.Count(one => one.SameVerdict)} | {judged.Count(one => one.SameCause)} | {answers.Count(one => one.IsFalseSuppression)}");
    }
}
