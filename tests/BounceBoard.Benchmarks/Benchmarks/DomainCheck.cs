using System.Diagnostics;
using System.Globalization;
using System.Net;
using BounceBoard.Benchmarks.Measuring;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Dns.Domains;
using BounceBoard.Dns.Resolving;
using BounceBoard.TestKit.Dns;
using Microsoft.Extensions.Options;

namespace BounceBoard.Benchmarks.Benchmarks;

/// <summary>The DNS part of a domain's examination: one over a path of 20 ms, counted in round trips, and ten thousand again in one round.</summary>
internal sealed class DomainCheck : ISurvey
{
    private const int Domains = 10_000;
    private const int AtOnce = 16;
    private const int Rounds = 21;
    private const int Selectors = 30;
    private static readonly TimeSpan Distance = TimeSpan.FromMilliseconds(20);

    public string Name => "domain-check";

    public async Task RunAsync(Action<string> print, CancellationToken cancellationToken)
    {
        if (NsdServer.Missing is { } reason)
        {
            print($"{Name}: not run: {reason}");
            return;
        }
        await using var names = await NsdServer.StartAsync([.. Shared, .. Enumerable.Range(0, Domains).SelectMany(Zone)], cancellationToken);
        print(await OneFarAwayAsync(names, cancellationToken));
        print(await AllInARoundAsync(names, cancellationToken));
    }

    private static async Task<string> OneFarAwayAsync(NsdServer names, CancellationToken cancellationToken)
    {
        using var path = SlowPath.To(new IPEndPoint(names.Addresses[0], names.Port), Distance);
        var options = OptionsFor(path.Port);
        using var resolvers = ResolverSet.From(options);
        List<double> times = [];
        var questions = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var fetch = new FactsFetch(resolvers, Options.Create(options), TimeProvider.System);
            var clock = Stopwatch.StartNew();
            var facts = await fetch.FetchAsync(SubjectOf(0, shares: false), cancellationToken);
            times.Add(clock.Elapsed.TotalMilliseconds);
            questions = Check(facts);
        }
        times.Sort();
        var median = times[times.Count / 2];
        return string.Create(CultureInfo.InvariantCulture,
            $"one domain, {questions} records and the lists, 20 ms away: median {median:0} ms = {median / Distance.TotalMilliseconds:0.0} round trips (fastest {times[0]:0} ms)");
    }

    private static async Task<string> AllInARoundAsync(NsdServer names, CancellationToken cancellationToken)
    {
        var options = OptionsFor(names.Port);
        using var resolvers = ResolverSet.From(options);
        var fetch = new FactsFetch(resolvers, Options.Create(options), TimeProvider.System);
        var clock = Stopwatch.StartNew();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, Domains, parallel, async (index, token) => Check(await fetch.FetchAsync(SubjectOf(index, shares: true), token)));
        using var process = Process.GetCurrentProcess();
        return string.Create(CultureInfo.InvariantCulture,
            $"{Domains} domains in one round: {Domains / clock.Elapsed.TotalSeconds:0} domains/s, peak {process.PeakWorkingSet64 / 1048576.0:0} MB");
    }

    private static int Check(DomainFacts facts) =>
        facts.Dns is DnsSnapshot all && all.Answers.All(answer => answer.State != DnsState.Unknown)
            ? all.Count
            : throw new InvalidOperationException($"{facts.Domain}: a question was not answered.");

    private static ExamSubject SubjectOf(int index, bool shares) => new()
    {
        Domain = DomainName.Parse($"d{index}.example"),
        Selectors = [.. Enumerable.Range(0, Selectors).Select(number => new SelectorFact($"s{number}", SelectorOrigin.Common))],
        SendingHosts = [new SendingHost(IPAddress.Parse("198.51.100.7"), "out.mail.example")],
        SharesAnswers = shares,
    };

    private static DnsOptions OptionsFor(int port)
    {
        var options = new DnsOptions { UseSystem = false, UsePublic = false, UseAuthoritative = false, QueriesPerSecond = 100_000, AuthoritativePort = port };
        options.Resolvers.Add(new ResolverOptions { Name = "r1", Address = "127.0.0.1", Port = port });
        return options;
    }

    // A mailbox provider's tree of includes, its exchanges and its senders: what all customers have in common.
    private static readonly string[] Shared = [
        "_spf.mail.example. 300 IN TXT \"v=spf1 include:_a.mail.example include:_b.mail.example ~all\"", "_a.mail.example. 300 IN TXT \"v=spf1 ip4:198.51.100.0/24 ~all\"",
        "_b.mail.example. 300 IN TXT \"v=spf1 ip4:203.0.113.0/24 ~all\"", "mx1.mail.example. 300 IN A 198.51.100.25", "mx2.mail.example. 300 IN A 198.51.100.26",
        "25.100.51.198.in-addr.arpa. 300 IN PTR mx1.mail.example.", "26.100.51.198.in-addr.arpa. 300 IN PTR mx2.mail.example.",
        "7.100.51.198.in-addr.arpa. 300 IN PTR out.mail.example.", "out.mail.example. 300 IN A 198.51.100.7",
        "ns1.mail.example. 300 IN A 127.0.0.1", "ns2.mail.example. 300 IN A 127.0.0.1"];

    private static string[] Zone(int index) => [
        $"d{index}.example. 300 IN TXT \"v=spf1 include:_spf.mail.example -all\"", $"d{index}.example. 300 IN MX 10 mx1.mail.example.",
        $"d{index}.example. 300 IN MX 20 mx2.mail.example.", $"d{index}.example. 300 IN NS ns1.mail.example.", $"d{index}.example. 300 IN NS ns2.mail.example.",
        $"_dmarc.d{index}.example. 300 IN TXT \"v=DMARC1; p=reject; rua=mailto:reports@mail.example\"",
        $"s1._domainkey.d{index}.example. 300 IN TXT \"v=DKIM1; k=ed25519; p=\"", $"_smtp._tls.d{index}.example. 300 IN TXT \"v=TLSRPTv1; rua=mailto:tls@mail.example\""];
}
