using BounceBoard.Core.Domains.Health.Scoring;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>What is left of the forerunner of DMARC (RFC 5617, historic since 2013).</summary>
internal static class AdspCheck
{
    private static readonly HealthRule Rule = new("dkim-adsp", CheckArea.Dkim, "No ADSP record is left over", "RFC 5617 (historic)");

    public static string NameOf(string domain) => $"_adsp.{KeyName.Parent(domain)}";

    public static Judged Find(Examined examined)
    {
        var answer = examined.Txt(NameOf(examined.Domain));
        var left = answer.Records.Where(text => text.TrimStart().StartsWith("dkim", StringComparison.OrdinalIgnoreCase) && text.Contains('=', StringComparison.Ordinal)).ToList();
        return answer.State == DnsState.Unknown ? Rule.Unknown(Examined.Unanswered(answer))
            : left.Count == 0 ? Rule.NotApplicable()
            : Rule.Warn(Advice.Of("The record tells receivers what to do with unsigned mail, in a way that none follows any more.", "It does nothing, and whoever reads it believes that it does.",
                $"Delete the TXT record at {answer.Name}; DMARC says the same and is followed."), [.. left.Select(text => $"{answer.Name}: {text}")]);
    }
}
