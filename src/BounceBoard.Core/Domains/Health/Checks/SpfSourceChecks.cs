using BounceBoard.Core.Domains.Health.Scoring;
using BounceBoard.Core.Domains.Spf;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>Whom the record lets send, beyond what a receiver looks at. Nothing of it costs points.</summary>
internal static class SpfSourceChecks
{
    private static readonly HealthRule Type = new("spf-type", CheckArea.Spf, "No record of type 99 is left over", "RFC 7208 §3.1");
    private static readonly HealthRule Overlap = new("spf-overlap", CheckArea.Spf, "No network and no include is named twice", "RFC 7208 §4.6.4");
    private static readonly HealthRule Shared = new("spf-shared", CheckArea.Spf, "No include lets a web host's other customers pass", "RFC 7208 §11.4");
    private static readonly HealthRule Hosted = new("spf-hosted", CheckArea.Spf, "The addresses that may send can be listed", "RFC 7208 §7");

    public static IEnumerable<Judged> Find(Examined examined)
    {
        var terms = SpfTerms.Of(examined.Domain, examined.Facts.Dns);
        return [TypeOf(examined), OverlapOf(examined, terms), SharedOf(terms), HostedOf(terms.Where(one => SpfTerms.IsOwn(one.Domain, examined.Domain)))];
    }

    private static Judged TypeOf(Examined examined)
    {
        var answer = examined.Ask(examined.Domain, RecordType.Spf);
        return answer.State switch
        {
            DnsState.Unknown => Type.Unknown(Examined.Unanswered(answer)),
            DnsState.Absent => Type.NotApplicable(),
            DnsState.Found => Type.Warn(Advice.Of("SPF stands in a record of type 99 too.", "Nobody asks for that type since 2014; whoever changes it sees no effect.", "Delete the record of type SPF and keep the TXT record."), answer.Records),
        };
    }

    private static Judged OverlapOf(Examined examined, IReadOnlyList<SpfTerms> terms)
    {
        var own = terms.Where(one => SpfTerms.IsOwn(one.Domain, examined.Domain)).ToList();
        var twice = terms.Where(one => one.Target.Length > 0).GroupBy(one => one.Target).Where(group => group.Select(one => one.Domain).Distinct().Count() > 1 && group.Any(own.Contains))
            .Select(group => $"{group.Key} is led to by {string.Join(", ", group.Select(one => one.Domain).Distinct())}; each time costs its look-ups.");
        var networks = own.Where(one => one.Term.Kind is SpfTermKind.Ip4 or SpfTermKind.Ip6).ToList();
        var inside = networks.SelectMany(one => networks.Where(other => IsInside(one.Term, other.Term)).Take(1).Select(other => $"{one.Term.Text} lies in {other.Term.Text}."));
        List<string> found = [.. twice, .. inside];
        return found.Count == 0 ? Overlap.Pass()
            : Overlap.Warn(Advice.Of("A part of the record says what another part says already.", "It costs look-ups or octets of which there are few, and makes the record hard to read.", "Remove the one that the other contains."), found);
    }

    private static bool IsInside(SpfTerm one, SpfTerm other) =>
        one.Kind == other.Kind && one.Qualifier == other.Qualifier && PrefixOf(one) > PrefixOf(other) && one.Network.IsWithin(other.Network, PrefixOf(other));

    private static int PrefixOf(SpfTerm term) => term.Kind == SpfTermKind.Ip4 ? term.Ip4Prefix : term.Ip6Prefix;

    private static Judged SharedOf(IReadOnlyList<SpfTerms> terms)
    {
        var shared = terms.Where(one => one.Term.Qualifier == SpfResult.Pass).SelectMany(one => SharedSender.All.Where(sender => sender.Zone == one.Target).Select(sender => (one.Term, Sender: sender))).DistinctBy(one => one.Sender).ToList();
        List<string> evidence = [.. shared.Select(one => $"{one.Term.Text}: {one.Sender.Owner}. {one.Sender.Reason}")];
        return shared.Count == 0 ? Shared.NotApplicable()
            : !shared.Exists(one => one.Sender.IsOpen) ? Shared.Pass(["These servers send for all customers; that SPF passes says whose server it was, not whose mail. DKIM with the own domain does.", .. evidence])
            : Shared.Warn(Advice.Of("The record lets servers pass from which other customers' web sites send too.", "A form or a script on somebody else's site sends mail that passes SPF in this domain's name, and through it DMARC.",
                "Let the web site send through an account of the domain's own mail provider, and remove the include.", "Until then write ?include, which lets nobody fail and nobody pass, and sign with DKIM."), evidence);
    }

    private static Judged HostedOf(IEnumerable<SpfTerms> own)
    {
        List<string> macros = [.. own.Where(one => one.Term.HasMacro && one.Term.Kind != SpfTermKind.Exp).Select(one => one.Term.Text)];
        return macros.Count == 0 ? Hosted.NotApplicable() : Hosted.Pass(["Macros ask a provider for each message, so that no list shows who may send, and look-ups behind them are not counted here.", .. macros]);
    }
}
