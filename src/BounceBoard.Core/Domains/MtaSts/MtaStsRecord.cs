namespace BounceBoard.Core.Domains.MtaSts;

/// <summary>The TXT record at <c>_mta-sts</c> (RFC 8461 §3.1): it says that there is a policy and when it changed.</summary>
/// <param name="Id">1 to 32 letters and digits; senders fetch the policy again when it changes.</param>
public sealed record MtaStsRecord(string Id)
{
    private const string Version = "STSv1";
    private const int LongestId = 32;

    /// <summary>True for texts that count when the one record is looked for (§3.1).</summary>
    public static bool IsRecord(string text) => text.StartsWith("v=STSv1;", StringComparison.Ordinal);

    /// <returns>The record, or null with the problem as a sentence.</returns>
    public static MtaStsRecord? Parse(string text, out string problem)
    {
        if (PolicyRecord.Read(text, Version, out problem) is not { } fields)
        {
            return null;
        }
        var ids = fields.Where(field => field.Name == "id").Select(field => field.Value).ToList();
        problem = ids.Count != 1 ? "The record needs exactly one id."
            : ids[0].Length > LongestId || !ids[0].All(char.IsAsciiLetterOrDigit) ? $"The id is 1 to {LongestId} letters and digits."
            : fields.FirstOrDefault(field => field.Name != "id" && !PolicyRecord.IsExtensionValue(field.Value)) is { Name: { } bad } ? $"The value of {bad} may hold no \"=\", space or semicolon."
            : "";
        return problem.Length == 0 ? new MtaStsRecord(ids[0]) : null;
    }
}
