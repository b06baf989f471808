using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using BounceBoard.Operations.Domains.Exams;

namespace BounceBoard.Web.Domains.Health;

/// <summary>The address of the list of domains is its whole state.</summary>
/// <param name="Grade">A to F, or <c>unknown</c>; null for all.</param>
/// <param name="Policy"><c>reject</c>, <c>quarantine</c>, <c>none</c>, <c>missing</c> or <c>unknown</c>; null for all.</param>
/// <param name="Page">1 and up.</param>
public sealed record DomainListUrl(string? Grade, string? Policy, int Page = 1)
{
    public const string Unknown = "unknown";

    /// <summary>No record speaks for the domain.</summary>
    public const string Missing = "missing";

    public static readonly IReadOnlyList<string> Grades = ["A", "B", "C", "D", "F", Unknown];

    public static readonly IReadOnlyList<string> Policies = ["reject", "quarantine", "none", Missing, Unknown];

    public bool IsFiltered => Grade is not null || Policy is not null;

    public static DomainListUrl Read(string? grade, string? policy, int? page) => new(
        Grades.FirstOrDefault(value => value.Equals(grade, StringComparison.OrdinalIgnoreCase)), Policies.FirstOrDefault(value => value == policy),
        Math.Clamp(page ?? 1, 1, 100_000));

    public bool HasGrade(HealthLine line) => Grade is null || Grade == (line.Exam is { Grade: { Length: > 0 } grade } ? grade : Unknown);

    public bool HasPolicy(DomainListRow row) => Policy is null || Policy == PolicyOf(row);

    [SuppressMessage("Globalization", "CA1308", Justification = "An address is written in lower case.")]
    public string ToHref(string slug)
    {
        string?[] parts =
        [
            Grade is null ? null : $"grade={Grade.ToLowerInvariant()}", Policy is null ? null : $"policy={Policy}",
            Page == 1 ? null : string.Create(CultureInfo.InvariantCulture, $"page={Page}"),
        ];
        var query = string.Join('&', parts.Where(part => part is not null));
        return query.Length == 0 ? $"/t/{slug}/domains" : $"/t/{slug}/domains?{query}";
    }

    private static string PolicyOf(DomainListRow row) => row.Figures?.Policy is { } policy ? HealthWords.Of(policy) : row.Figures is { HasNoPolicy: true } ? Missing : Unknown;
}
