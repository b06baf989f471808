using System.Net;
using System.Text.Json;
using BounceBoard.Core.Domains.Spf;
using BounceBoard.TestKit.Corpora;
using Xunit;

namespace BounceBoard.Core.Tests.Domains.Spf;

/// <summary>The public test suite of RFC 7208: every case, with its explanation where it states one.</summary>
public sealed class Rfc7208SuiteTests
{
    private const int Cases = 203;
    private const int Explanations = 22;

    [Fact]
    public void Suite_EveryCase_GivesAnAllowedResult()
    {
        var (asked, wrong) = (0, new List<string>());
        foreach (var (test, evaluation) in Evaluations())
        {
            asked++;
            var result = KebabName.Of(evaluation.Result);
            if (!test.GetProperty("results").EnumerateArray().Any(allowed => allowed.GetString() == result))
            {
                wrong.Add($"{test.GetProperty("id")}: {result} ({evaluation.Problem}), not {test.GetProperty("results")}");
            }
        }
        Assert.Empty(wrong);
        Assert.Equal(Cases, asked);
    }

    [Fact]
    public void Suite_EveryExplanation_IsTheSendersText()
    {
        var (asked, wrong) = (0, new List<string>());
        foreach (var (test, evaluation) in Evaluations().Where(pair => pair.Test.GetProperty("explanation").ValueKind == JsonValueKind.String))
        {
            asked++;
            // The suite's word for "the receiver's own text".
            var expected = test.GetProperty("explanation").GetString() is { } text && text != "DEFAULT" ? text : null;
            if (evaluation.Explanation != expected)
            {
                wrong.Add($"{test.GetProperty("id")}: '{evaluation.Explanation}', not '{expected}'");
            }
        }
        Assert.Empty(wrong);
        Assert.Equal(Explanations, asked);
    }

    private static IEnumerable<(JsonElement Test, SpfEvaluation Evaluation)> Evaluations()
    {
        var suite = Corpus.Json("auth", "spf", "rfc7208-tests.json");
        Assert.SkipWhen(suite is null, Corpus.Absent);
        foreach (var scenario in suite.Value.GetProperty("scenarios").EnumerateArray())
        {
            var zone = new SuiteZone(scenario.GetProperty("zone"));
            foreach (var test in scenario.GetProperty("tests").EnumerateArray())
            {
                var request = new SpfRequest
                {
                    Ip = IPAddress.Parse(test.GetProperty("host").GetString()!),
                    MailFrom = test.GetProperty("mailfrom").GetString()!,
                    Helo = test.GetProperty("helo").GetString()!,
                };
                yield return (test, SpfEvaluator.Evaluate(request, zone));
            }
        }
    }
}
