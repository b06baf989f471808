using System.Net;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Core.Endpoints;
using BounceBoard.Storage.Domains;

namespace BounceBoard.Operations.Domains.Exams;

/// <summary>What the bounces of a tenant tell of the mail of one of its domains.</summary>
/// <param name="domain">Lower-case A-labels.</param>
/// <param name="rows">Of the tenant, the latest first.</param>
internal sealed class SeenMail(string domain, IEnumerable<SeenSenderRow> rows)
{
    private const int MostSenders = 50;
    private const int MostNames = 20;

    /// <summary>Addresses change hands: one that sent longer ago is not looked at.</summary>
    private static readonly TimeSpan AddressAge = TimeSpan.FromDays(30);

    private readonly List<SeenSenderRow> _rows =
        [.. rows.Where(row => new[] { row.AuthorDomain, row.EnvelopeDomain, row.DkimDomain }.Any(name => name.Length > 0 && SeenNames.IsWithin(name, domain)))];

    private IEnumerable<SeenSenderRow> Trusted => _rows.Where(row => row.Verified);

    /// <summary>The senders with the most bounces first. What anybody may have written is left out.</summary>
    public IReadOnlyList<SeenSender> Senders =>
    [
        .. Trusted.Where(row => row.Helo.Length == 0).GroupBy(row => (row.EnvelopeDomain, row.AuthorDomain, row.DkimDomain, row.Pool))
            .Select(ways => new SeenSender(
                ways.Key.EnvelopeDomain, ways.Key.AuthorDomain, ways.Key.DkimDomain, ways.Key.Pool, ways.Sum(way => way.Reports), ways.Max(way => way.LastAt)))
            .OrderByDescending(sender => sender.Reports).Take(MostSenders),
    ];

    /// <summary>HELO names that no address is known of.</summary>
    public IReadOnlyList<string> Helos => [.. Trusted.Where(row => row is { SendingIp: null, Helo.Length: > 0 }).Select(row => row.Helo).Distinct(StringComparer.Ordinal).Take(MostNames)];

    /// <summary>Addresses that are the tenant's: those of its pools, then those seen to send that a trusted source told of or that lie in its networks.</summary>
    public IReadOnlyList<SendingHost> Hosts(IEnumerable<IPAddress> pools, IReadOnlyList<IPNetwork> networks, DateTimeOffset now, int most)
    {
        List<IPAddress> entered = [.. pools.Distinct()];
        bool IsOwn(IPAddress address) => networks.Any(network => network.Contains(address));
        var seen = _rows.Where(row => now - row.LastAt <= AddressAge).Where(row => row.SendingIp is { } address && (row.Verified || IsOwn(address)))
            .Select(row => row.SendingIp).OfType<IPAddress>().Where(address => LocalAddresses.KindOf(address) is null).Distinct().Except(entered);
        return
        [
            .. entered.Select(address => new SendingHost(address, HeloOf(address)))
                .Concat(seen.Select(address => new SendingHost(address, HeloOf(address)) { Origin = IsOwn(address) ? SendingHostOrigin.Network : SendingHostOrigin.Log }))
                .Take(most),
        ];
    }

    /// <summary>Domains below that mail was sent in the name of, and of which no entered domain below this one takes care.</summary>
    /// <param name="managed">Every domain of the tenant.</param>
    public IReadOnlyList<string> Unmanaged(IReadOnlyList<string> managed)
    {
        List<string> below = [.. managed.Where(name => name != domain && IsWithin(name))];
        return
        [
            .. Trusted.SelectMany(row => new[] { row.AuthorDomain, row.DkimDomain }).Where(name => name != domain && IsWithin(name))
                .Where(name => !below.Exists(taken => SeenNames.IsWithin(name, taken))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(MostNames),
        ];
    }

    // The name that most bounces tell: a single one may be a test, or wrong.
    private string? HeloOf(IPAddress address) => Trusted.Where(row => row.Helo.Length > 0 && address.Equals(row.SendingIp))
        .GroupBy(row => row.Helo, StringComparer.Ordinal).MaxBy(same => same.Sum(row => row.Reports))?.Key;

    private bool IsWithin(string name) => name.Length > 0 && SeenNames.IsWithin(name, domain);
}
