using System.Text.Json;
using BounceBoard.Core;
using BounceBoard.Core.Verdicts;

namespace BounceBoard.Operations.Tests.Verdicts.Playing;

/// <summary>One question to the replay and to the house.</summary>
/// <param name="Kind"><c>recipient</c> or <c>scope</c>, as the expected results name it; <c>suppressed</c> for an entry of the list.</param>
/// <param name="Shown">What the house shows; null when it shows nothing.</param>
internal sealed record PlayedAnswer(string Scenario, int Ask, string Tenant, string Kind, string Name, Finding? Replayed, Finding? Shown)
{
    /// <summary>An entry of the list that the replay does not have.</summary>
    public bool IsWronglyHeld { get; init; }

    public bool SameVerdict => Replayed?.Verdict == Shown?.Verdict;

    public bool SameCause => Replayed?.Cause == Shown?.Cause;

    /// <summary>The house would suppress whom the replay would not.</summary>
    public bool IsFalseSuppression => IsWronglyHeld || (Shown?.Verdict == Verdict.Suppress && Replayed?.Verdict != Verdict.Suppress);

    public string Id => $"{Scenario} #{Ask} {Tenant} {Kind} {Name}";

    public override string ToString() => IsWronglyHeld
        ? $"{Id}: on the list, and not on the replay's"
        : $"{Id}: replay {Text(Replayed)}, house {Text(Shown)}";

    /// <summary>What the expected results allow; true as well where they do not ask.</summary>
    public bool Meets(JsonElement expected) => expected.EnumerateArray().Where(IsAbout).All(row =>
        Allows(row, "verdict", Shown is null ? null : KebabName.Of(Shown.Verdict)) && Allows(row, "cause", Shown is null ? null : KebabName.Of(Shown.Cause))
        && !(row.TryGetProperty("never", out var never) && Shown is not null && never.EnumerateArray().Any(one => one.GetString() == KebabName.Of(Shown.Verdict))));

    public bool IsAsked(JsonElement expected) => expected.EnumerateArray().Any(IsAbout);

    private bool IsAbout(JsonElement row) => row.GetProperty("ask").GetInt32() == Ask && row.TryGetProperty(Kind, out var name) && name.ValueKind == JsonValueKind.String
        && name.GetString() == Name && (!row.TryGetProperty("tenant", out var tenant) || tenant.GetString() == Tenant);

    private static bool Allows(JsonElement row, string field, string? value) =>
        !row.TryGetProperty(field, out var allowed) || allowed.EnumerateArray().Any(one => one.GetString() == value);

    private static string Text(Finding? finding) => finding is null
        ? "nothing"
        : $"{KebabName.Of(finding.Verdict)} ({KebabName.Of(finding.Cause)}, {finding.Reasons[0].Rule})";
}
