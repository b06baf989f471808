namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>Short ways to write advice.</summary>
internal static class Advice
{
    public static HealthAdvice Of(string meaning, string why, params IReadOnlyList<string> fix) => new(meaning, why, fix, []);

    public static HealthAdvice Publishing(this HealthAdvice advice, params IReadOnlyList<ProposedRecord> records) => advice with { Records = records };

    public static ProposedRecord Txt(string name, string value) => new(name, RecordType.Txt, value);
}
