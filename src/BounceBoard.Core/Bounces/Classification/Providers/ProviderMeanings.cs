namespace BounceBoard.Core.Bounces.Classification.Providers;

/// <summary>Asks the tables of the providers whose own codes, or whose use of common words, mean something else than elsewhere.</summary>
internal static class ProviderMeanings
{
    /// <param name="words">The reply as <see cref="ReplyWords"/> makes it.</param>
    /// <param name="host">Name of the refusing server, or the recipient's domain; null when neither is known.</param>
    public static BounceCategory? Of(string words, string? status, SmtpStage? stage, string? host) =>
        OrangeCodes.Find(words) ?? SecureServerCodes.Find(words) ?? SpectrumCodes.Find(words) ?? CoxCodes.Find(words) ?? IuaCodes.Find(words)
        ?? (host is null ? null : JapaneseCarriers.Find(words, status, stage, host));

    public static bool IsUnder(string host, string domain) =>
        host.EndsWith(domain, StringComparison.OrdinalIgnoreCase) && (host.Length == domain.Length || host[^(domain.Length + 1)] == '.');
}
