using System.Globalization;
using System.Text;
using BounceBoard.Core.Domains.Health.Scoring;

namespace BounceBoard.Core.Domains.Health;

/// <summary>Version 1 of the score: every weight stands here and nowhere else, and a tenant can read all of it as <see cref="Text"/>.</summary>
public static class ScoreFormula
{
    /// <summary>Stored with each score; a changed weight or rule is a new version.</summary>
    public const int Version = 1;

    /// <summary>Lowest score of each grade, the best first.</summary>
    public static IReadOnlyList<(string Grade, int From)> Grades { get; } = [("A", 90), ("B", 80), ("C", 70), ("D", 60), ("F", 0)];

    public static IReadOnlyList<FormulaCap> Caps => FormulaTable.Caps;

    public static IReadOnlyList<FormulaLine> Lines(DomainProfile profile) => profile switch
    {
        DomainProfile.Sending => FormulaTable.Sending,
        DomainProfile.Parked => FormulaTable.Parked,
    };

    public static string GradeOf(int score) => Grades.First(grade => score >= grade.From).Grade;

    /// <summary>The whole formula for people, as Markdown.</summary>
    public static string Text()
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"# Domain score, version {Version}\n\n");
        text.Append("The score is the share of the points that are known and won, out of 100. Points that cannot be known are left out of it; the range says what it would be with all of them lost and all of them won. ");
        text.Append("BIMI, failure reports (ruf) and IPv6 are shown and weigh nothing; nothing is won by using this dashboard; quarantine counts as reject and ~all as -all.\n");
        foreach (var profile in Enum.GetValues<DomainProfile>())
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {profile} domain\n\n| group | line | points | rule | reason |\n| --- | --- | --- | --- | --- |\n");
            foreach (var line in Lines(profile))
            {
                text.Append(CultureInfo.InvariantCulture, $"| {line.Group} | {line.Title} | {line.Most} | {line.Rule} | {line.Reason} |\n");
            }
        }
        text.Append("\n## Caps\n\n| fault | score at most |\n| --- | --- |\n");
        foreach (var cap in Caps)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {cap.Fault} | {cap.Most} |\n");
        }
        return text.Append("\n## Grades\n\n").AppendJoin(", ", Grades.Select(grade => $"{grade.Grade} from {grade.From}")).Append(".\n").ToString();
    }
}
