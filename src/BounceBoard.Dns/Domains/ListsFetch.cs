using System.Net;
using System.Net.Sockets;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Blocklists;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Core.Endpoints;

namespace BounceBoard.Dns.Domains;

/// <summary>Asks the blocklists for a domain and for the addresses that send for it; a list is believed only after its own test (RFC 5782 §5).</summary>
internal sealed class ListsFetch(IReadOnlyList<ListChoice> choices, TimeProvider time)
{
    /// <summary>Characters kept of a reason; it is shown, and anybody who runs a list may write it.</summary>
    private const int LongestReason = 500;

    private const int Capacity = 200;

    private readonly Remembered<(string Resolver, string Zone, AddressFamily Family), ListTrust> _trust = new(time, Capacity);

    public async Task<IReadOnlyList<BlocklistFact>> AskAsync(ExamSubject subject, FetchQuestions questions, CancellationToken cancellationToken)
    {
        var addresses = subject.SendingHosts.Select(host => PlainAddress.Of(host.Address)).Distinct().Where(ip => LocalAddresses.KindOf(ip) is null).ToList();
        var wanted = choices.SelectMany(choice => Wanted(choice, subject, addresses));
        return await Task.WhenAll(wanted.Select(item => AskListAsync(item.Choice, item.Family, item.Subject, item.Name, questions, cancellationToken)));
    }

    private static IEnumerable<(ListChoice Choice, AddressFamily Family, string Subject, string Name)> Wanted(
        ListChoice choice, ExamSubject subject, IEnumerable<IPAddress> addresses) => choice.List.Kind switch
        {
            BlocklistKind.Addresses => addresses.Where(ip => ip.AddressFamily == AddressFamily.InterNetwork || choice.List.HoldsIpv6)
                .Select(ip => (choice, ip.AddressFamily, ip.ToString(), ListName.Of(ip, choice.AskedZone))),
            BlocklistKind.Domains => ListName.Of(subject.Domain, choice.AskedZone) is { } name
                ? [(choice, AddressFamily.Unspecified, subject.Domain.Value, name)] : [],
        };

    private async Task<BlocklistFact> AskListAsync(
        ListChoice choice, AddressFamily family, string subject, string name, FetchQuestions questions, CancellationToken cancellationToken)
    {
        var trust = TrustAsync(choice, family, questions, cancellationToken);
        var reading = ListReading.Of(choice.List, await questions.AskAsideAsync(new RecordQuestion(name, RecordType.A), cancellationToken));
        var state = reading.Under(await trust);
        var reason = state == ListingState.Listed ? await questions.AskAsideAsync(new RecordQuestion(name, RecordType.Txt), cancellationToken) : null;
        var text = string.Join(' ', reason?.Records ?? []);
        return new BlocklistFact(choice.List.Zone, subject, state, reading.Codes, text.Length <= LongestReason ? text : text[..LongestReason] + "…");
    }

    private Task<ListTrust> TrustAsync(
        ListChoice choice, AddressFamily family, FetchQuestions questions, CancellationToken cancellationToken) => questions.InTimeAsync(
        token => _trust.GetAsync(
            (questions.ResolverName, choice.AskedZone, family), isFresh: false, wait => TestAsync(choice, family, questions, wait), token),
        ListTrust.Unknown, cancellationToken);

    private static async Task<(ListTrust, TimeSpan)> TestAsync(
        ListChoice choice, AddressFamily family, FetchQuestions questions, CancellationToken cancellationToken)
    {
        var test = ListTest.For(choice.List, choice.AskedZone, family);
        var answers = await Task.WhenAll(
            questions.AskAsideAsync(new RecordQuestion(test.Listed, RecordType.A), cancellationToken), questions.AskAsideAsync(new RecordQuestion(test.Unlisted, RecordType.A), cancellationToken));
        var trust = ListTest.Judge(ListReading.Of(choice.List, answers[0]), ListReading.Of(choice.List, answers[1]));
        return (trust, KeepFor(trust));
    }

    private static TimeSpan KeepFor(ListTrust trust) => trust switch
    {
        ListTrust.Believed or ListTrust.NotBelieved => TimeSpan.FromDays(1),
        // Ends when the operator asks through another resolver, or the list lifts its ban.
        ListTrust.QueryRefused => TimeSpan.FromHours(1),
        ListTrust.Unknown => TimeSpan.FromMinutes(1),
    };
}
