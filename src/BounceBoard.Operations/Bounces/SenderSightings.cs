using System.Net;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Routes;
using BounceBoard.Storage.Domains;

namespace BounceBoard.Operations.Bounces;

/// <summary>What a batch of reports tells of how the tenant's mail is sent.</summary>
internal static class SenderSightings
{
    /// <summary>Names that a log gives to senders may be anything; they stand in a key.</summary>
    private const int LongestName = 200;

    private const int MostSignatures = 4;

    /// <returns>Each way once, with the number of refusals that were first told so.</returns>
    public static IReadOnlyList<SeenSenderRow> Of(SenderNetwork network, IEnumerable<Telling> tellings)
    {
        var ways = new Dictionary<SeenSenderRow, SeenSenderRow>();
        foreach (var (report, isFirst, verified, at) in tellings)
        {
            foreach (var way in OfReport(network, report))
            {
                var seen = ways.GetValueOrDefault(way, way);
                ways[way] = seen with
                {
                    Reports = seen.Reports + (isFirst ? 1 : 0),
                    Verified = seen.Verified || verified,
                    LastAt = at > seen.LastAt ? at : seen.LastAt,
                };
            }
        }
        return [.. ways.Values];
    }

    private static IEnumerable<SeenSenderRow> OfReport(SenderNetwork network, BounceReport report)
    {
        // Our own server turns strangers away all day: only its words about our own servers are about us.
        if (report.Side == ReportSide.Receiving && (report.SendingIp is not { } client || !IsTheirs(client, network)))
        {
            yield break;
        }
        var sent = new SeenSenderRow
        {
            EnvelopeDomain = NameOf(report.Sender?[(report.Sender.LastIndexOf('@') + 1)..]),
            AuthorDomain = report.Marks?.AuthorDomain ?? "",
            SendingIp = report.SendingIp,
            Pool = Short(report.Pool),
        };
        var signed = SignaturesOf(report).Select(by => sent with { DkimDomain = by.Domain, DkimSelector = by.Selector }).ToList();
        foreach (var way in signed.Count > 0 ? signed : [sent])
        {
            yield return way;
        }
        foreach (var greeting in report.Marks?.Greetings ?? [])
        {
            // Whoever wrote a Received line may have put any address there; what is not the tenant's is a stranger's.
            if (greeting.Address is not { } from || IsTheirs(from, network))
            {
                yield return sent with { SendingIp = greeting.Address ?? report.SendingIp, Helo = Short(greeting.Helo) };
            }
        }
    }

    private static IEnumerable<SignedBy> SignaturesOf(BounceReport report)
    {
        IReadOnlyList<SignedBy> told = report.Marks?.Signatures is { Count: > 0 } all ? all
            : report is { DkimDomain: { } domain, DkimSelector: { } selector } ? [new SignedBy(domain, selector)]
            : [];
        return told.Select(by => new SignedBy(NameOf(by.Domain), NameOf(by.Selector))).Where(by => by.Domain.Length > 0 && by.Selector.Length > 0)
            .Distinct().Take(MostSignatures);
    }

    private static bool IsTheirs(IPAddress address, SenderNetwork network) =>
        network.Pools.Any(pool => pool.Addresses.Contains(address)) || network.OwnNetworks.Any(own => own.Contains(address));

    private static string NameOf(string? text) => DomainName.TryParse(text, out var name) ? name.Value : "";

    private static string Short(string? text) => text is null ? "" : text[..Math.Min(text.Length, LongestName)];
}
