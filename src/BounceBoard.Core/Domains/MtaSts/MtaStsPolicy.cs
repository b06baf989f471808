using BounceBoard.Core.Addresses;

namespace BounceBoard.Core.Domains.MtaSts;

/// <summary>The policy file (RFC 8461 §3.2).</summary>
/// <param name="Mx">Host names, or <c>*.</c> and a name, which stands for exactly one label (§4.1).</param>
/// <param name="MaxAge">Seconds for which senders keep it, at most 31,557,600.</param>
public sealed record MtaStsPolicy(MtaStsMode Mode, IReadOnlyList<string> Mx, int MaxAge)
{
    private const int LongestAge = 31_557_600;
    private const int MostDigits = 10;

    /// <returns>The policy, or null with the problem as a sentence. Fields that nobody knows are allowed (§3.2).</returns>
    public static MtaStsPolicy? Parse(string text, out string problem)
    {
        var fields = PolicyLines.Read(text, out problem);
        if (fields is null)
        {
            return null;
        }
        // The first of a repeated field counts, but for mx (§3.2).
        string? First(string name) => fields.FirstOrDefault(field => field.Name == name).Value;
        var mx = fields.Where(field => field.Name == "mx").Select(field => field.Value.ToLowerInvariant()).ToList();
        var mode = First("mode") switch { "none" => MtaStsMode.None, "testing" => MtaStsMode.Testing, "enforce" => MtaStsMode.Enforce, _ => (MtaStsMode?)null };
        var age = AgeOf(First("max_age"));
        problem = First("version") != "STSv1" ? "The version must be STSv1."
            : mode is null ? "The mode must be enforce, testing or none."
            : age is null ? $"max_age must be a whole number of seconds, at most {LongestAge}."
            : mode != MtaStsMode.None && mx.Count == 0 ? "A policy that is not \"none\" needs at least one mx."
            : mx.FirstOrDefault(pattern => !IsPattern(pattern)) is { } bad ? $"\"{bad}\" is no host name and no wildcard of one label."
            : "";
        return problem.Length == 0 && mode is { } known && age is { } seconds ? new MtaStsPolicy(known, mx, seconds) : null;
    }

    /// <summary>True when the policy lets mail go to this MX host (§4.1).</summary>
    public bool Covers(DomainName host) => Mx.Any(pattern => pattern.StartsWith("*.", StringComparison.Ordinal)
        ? host.Value.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && host.Value.AsSpan(dot + 1).SequenceEqual(pattern.AsSpan(2))
        : host.Value == pattern);

    private static int? AgeOf(string? text) =>
        text is { Length: > 0 and <= MostDigits } && text.All(char.IsAsciiDigit)
        && long.Parse(text, System.Globalization.CultureInfo.InvariantCulture) is <= LongestAge and var age ? (int)age : null;

    private static bool IsPattern(string pattern)
    {
        var name = pattern.StartsWith("*.", StringComparison.Ordinal) ? pattern[2..] : pattern;
        return DomainName.TryParse(name, out var host) && host.Value == name && name.Split('.').All(label => label[0] != '-' && label[^1] != '-');
    }
}
