using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Dns.Domains;
using BounceBoard.Dns.Resolving;
using BounceBoard.TestKit.Dns;
using Microsoft.Extensions.Options;

namespace BounceBoard.Dns.Tests.Domains;

/// <summary>Examinations over a server of the test.</summary>
internal static class Exam
{
    public static ExamSubject Of(string domain) => new() { Domain = DomainName.Parse(domain), AskBlocklists = false, AskNameServers = false };

    public static async Task<DomainFacts> OfAsync(TestDnsServer server, ExamSubject subject, Action<DnsOptions>? change = null)
    {
        var options = server.OptionsFor();
        change?.Invoke(options);
        return await OfAsync(options, subject);
    }

    public static async Task<DomainFacts> OfAsync(DnsOptions options, ExamSubject subject)
    {
        using var resolvers = ResolverSet.From(options);
        return await new FactsFetch(resolvers, Options.Create(options), TimeProvider.System).FetchAsync(subject, CancellationToken.None);
    }

    public static IReadOnlyList<string>? Records(this DomainFacts facts, string name, RecordType type) => facts.Dns.Find(name, type)?.Records;
}
