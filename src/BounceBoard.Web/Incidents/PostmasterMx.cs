using System.Globalization;
using BounceBoard.Core.Endpoints;

namespace BounceBoard.Web.Incidents;

/// <summary>What each resolver said of the domain's MX, at the time of the refusal and now.</summary>
internal static class PostmasterMx
{
    public static void Write(PostmasterLines text, EndpointView view)
    {
        if (view.Then is { } then)
        {
            text.Title($"MX of {view.Domain} at the time of the refusal");
            Findings(text, then);
        }
        text.Title($"MX of {view.Domain} now");
        Findings(text, view.Now);
    }

    private static void Findings(PostmasterLines text, EndpointComparison comparison)
    {
        foreach (var finding in comparison.Resolvers)
        {
            text.Line(finding.Resolver, finding.Observation is null ? "not asked" : Answer(finding));
        }
        text.Line("Compared", comparison.How);
    }

    private static string Answer(ResolverFinding finding)
    {
        var observation = finding.Observation ?? throw new ArgumentException("A finding without an answer.", nameof(finding));
        var hosts = MxAnswerText.Hosts(observation.Answer);
        var addresses = MxAnswerText.Addresses(observation.Answer);
        var answer = hosts.Count == addresses.Count ? string.Join("; ", hosts.Zip(addresses, (host, list) => $"{host} [{list}]")) : string.Join("; ", hosts);
        var ttl = observation.Answer.Ttl is { } seconds ? string.Create(CultureInfo.InvariantCulture, $", TTL {seconds} s") : ", TTL unknown";
        return $"{answer}{ttl}, said from {PostmasterLines.Time(observation.From)} to {PostmasterLines.Time(observation.SeenUntil)}";
    }
}
