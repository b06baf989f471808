using System.Net;
using BounceBoard.Core.Domains.Health.Scoring;
using BounceBoard.Core.Domains.Spf;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>Names of the addresses that send: large receivers refuse mail of nameless ones.</summary>
internal static class SendingChecks
{
    private const double OfPtr = 2.0 / 5;
    private const double OfConfirmed = 2.0 / 5;
    private const double OfHelo = 1.0 / 5;

    private static readonly string[] LineWords = ["dynamic", "dyn", "dhcp", "pool", "dsl", "dialup"];

    private static readonly HealthRule Known = new("sending-hosts", CheckArea.Sending, "The sending addresses are known", "judgement");
    private static readonly HealthRule Ptr = new("ptr", CheckArea.Sending, "The sending address has a name", "RFC 1912 §2.1");
    private static readonly HealthRule Confirmed = new("fcrdns", CheckArea.Sending, "A name of the address leads back to it", "RFC 8601 §2.7.3");
    private static readonly HealthRule Generic = new("ptr-generic", CheckArea.Sending, "The name does not look like a dial-up customer's", "judgement");
    private static readonly HealthRule Helo = new("helo", CheckArea.Sending, "HELO is a full name that leads to the address", "RFC 5321 §4.1.1.1");

    public static IEnumerable<Judged> Find(Examined examined)
    {
        var hosts = examined.Facts.SendingHosts.DistinctBy(host => host.Address).ToList();
        return hosts.Count == 0 ? [Known.Unknown("No sending address of this domain is entered.").Holding(Part.Sending)]
            : hosts.SelectMany(host => OfHost(host, 1.0 / hosts.Count, examined)).Prepend(Known.Pass([.. hosts.Select(host => $"{host.Address}: {WordsOf(host.Origin)}.")]));
    }

    private static string WordsOf(SendingHostOrigin origin) => origin switch
    {
        SendingHostOrigin.Pool => "in a pool of yours",
        SendingHostOrigin.Network => "mail was seen to leave from it, and it lies in a network of yours",
        SendingHostOrigin.Log => "a trusted log or provider told that mail left from it",
    };

    private static IEnumerable<Judged> OfHost(SendingHost host, double share, Examined examined)
    {
        var subject = host.Address.ToString();
        var question = SenderNames.Reverse(host.Address);
        var answer = examined.Ask(question.Name, question.Type);
        var helo = HeloOf(host, examined).About(subject).Holding(Part.Sending, share * OfHelo);
        if (answer.State == DnsState.Unknown)
        {
            return [Ptr.Unknown(Examined.Unanswered(answer)).About(subject).Holding(Part.Sending, share * (OfPtr + OfConfirmed)), helo];
        }
        if (answer.State == DnsState.Absent)
        {
            // A name that is not there cannot lead back: the one issue costs both.
            return [Ptr.Fail(Name(host), $"{answer.Name}: no PTR record ({answer.Rcode}).").About(subject).Holding(Part.Sending, share * (OfPtr + OfConfirmed)), helo];
        }
        return
        [
            Ptr.Pass(answer.Records).About(subject).Holding(Part.Sending, share * OfPtr),
            ConfirmedOf(host, examined).About(subject).Holding(Part.Sending, share * OfConfirmed),
            GenericOf(host, answer).About(subject),
            helo,
        ];
    }

    private static HealthAdvice Name(SendingHost host) => Advice.Of(
        "The sending address has no name that leads back to it.", "Gmail, Yahoo and many others refuse or slow its mail.",
        "Ask whoever owns the address (the hosting provider) to set its PTR record to the server's name.",
        $"Give that name an address record with {host.Address}.");

    private static Judged ConfirmedOf(SendingHost host, Examined examined)
    {
        var answers = SenderNames.Confirmable(host.Address, examined.Facts.Dns).Select(name => examined.Ask(name, SenderNames.AddressType(host.Address))).ToList();
        List<string> evidence = [.. answers.Select(answer => $"{answer.Name}: {(answer.State == DnsState.Unknown ? $"no answer ({answer.Rcode})" : answer.State == DnsState.Absent ? "no address" : string.Join(", ", answer.Records))}")];
        return answers.Exists(answer => SenderNames.Holds(answer, host.Address)) ? Confirmed.Pass(evidence)
            : answers.Exists(answer => answer.State == DnsState.Unknown) ? Confirmed.Unknown(evidence)
            : Confirmed.Fail(Name(host), evidence);
    }

    // Providers name customers' lines by the address itself; a mail server has a name of its own.
    private static Judged GenericOf(SendingHost host, RecordAnswer answer)
    {
        var parts = host.Address.ToString().Split('.', ':').Where(part => part.Length > 0).ToList();
        var odd = answer.Records.Where(name => name.Split('.', '-').Count(label => parts.Contains(label.TrimStart('0', 'i', 'p'))) >= 3
            || LineWords.Any(word => name.Split('.', '-').Contains(word, StringComparer.OrdinalIgnoreCase))).ToList();
        return odd.Count == 0 ? Generic.Pass() : Generic.Warn(Advice.Of("The name looks like that of a customer's line.", "Some receivers refuse such names.", "Set the PTR record to the server's own name."), odd);
    }

    // No standard wants both names to be one, and some receivers compare them all the same.
    private static IEnumerable<string> OtherNames(IPAddress address, string helo, Examined examined)
    {
        var names = SenderNames.Confirmable(address, examined.Facts.Dns);
        return names.Count == 0 || names.Contains(TargetName.WithoutRootDot(helo), StringComparer.OrdinalIgnoreCase) ? [] : [$"Its PTR name is another: {string.Join(", ", names)}."];
    }

    private static Judged HeloOf(SendingHost host, Examined examined)
    {
        if (host.Helo is not { Length: > 0 } helo)
        {
            return Helo.Unknown("The name that the server says is not known.");
        }
        var advice = Advice.Of("The name that the server says does not lead to it.", "Some receivers refuse it, and SPF of HELO fails.", "Set the server's HELO name to its PTR name.");
        if (!TargetName.IsQualified(helo) || IPAddress.TryParse(helo, out _))
        {
            return Helo.Fail(advice, $"\"{helo}\" is no full host name.");
        }
        var answer = examined.Ask(TargetName.WithoutRootDot(helo), SenderNames.AddressType(host.Address));
        return answer.State switch
        {
            DnsState.Unknown => Helo.Unknown(Examined.Unanswered(answer)),
            DnsState.Absent => Helo.Fail(advice, $"{helo}: no address."),
            DnsState.Found => SenderNames.Holds(answer, host.Address) ? Helo.Pass([helo, .. OtherNames(host.Address, helo, examined)]) : Helo.Fail(advice, $"{helo}: {string.Join(", ", answer.Records)}, not {host.Address}."),
        };
    }
}
