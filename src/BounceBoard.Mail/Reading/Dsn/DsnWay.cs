using BounceBoard.Core.Addresses;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Verdicts.Knowledge;
using BounceBoard.Mail.Reading.Mails;
using BounceBoard.Mail.Reading.Phrases;

namespace BounceBoard.Mail.Reading.Dsn;

/// <summary>Which servers a reported refusal came through: what the words quote, a report inside the report, and who took the returned mail.</summary>
/// <param name="inside">Reads the reports of the mail that is returned, when that is a report itself.</param>
internal sealed class DsnWay(ReceivedMail mail, Func<IReadOnlyList<BounceReport>> inside)
{
    private static readonly AnyCase Receiving = new("Receiving server:");

    private readonly Lazy<IReadOnlyList<BounceReport>> _inside = new(inside);
    private readonly Lazy<RemoteHost?> _receiving = new(() => ReceivingServer(mail.Human));
    private readonly Lazy<IReadOnlyList<ReceivedBy>> _received = new(() => [.. mail.Returned.Received.Select(ReceivedBy.Read).OfType<ReceivedBy>()]);

    public IReadOnlyList<RefusalHop> Of(BounceReport report, StatusGroup group, string words)
    {
        if (report.Kind is BounceKind.Delivery)
        {
            return [];
        }
        var diagnostic = group.Untyped("Diagnostic-Code");
        var (inCode, inWords) = (HopChain.Of(report, diagnostic), HopChain.Of(report, words));
        var quoted = inWords.Count > inCode.Count ? inWords : inCode;
        return quoted.Count > 0 ? quoted : Inside(report) is { Count: > 0 } inner ? inner : Taken(report, () => HopChain.OnlyIn(diagnostic) ?? HopChain.OnlyIn(words) ?? Spoken(report, words));
    }

    // A gateway returns the report of the server behind it: same recipient, another reporter.
    private IReadOnlyList<RefusalHop> Inside(BounceReport report)
    {
        var inner = _inside.Value.FirstOrDefault(other =>
            other.Kind is not BounceKind.Delivery && string.Equals(other.Recipient, report.Recipient, StringComparison.OrdinalIgnoreCase) && other.ReportingMta != report.ReportingMta);
        if (inner is null)
        {
            return [];
        }
        var outer = report.RemoteMta is null && report.RemoteIp is null ? report.ReportingMta : report.RemoteMta;
        IReadOnlyList<RefusalHop> behind = inner.Hops.Count > 0 ? inner.Hops : [inner.RemoteMta is null && inner.RemoteIp is null ? Hop(inner.ReportingMta, inner) : Refuser(inner)];
        return behind[0].Is(outer, report.RemoteIp) ? behind.Count > 1 ? behind : [] : [new RefusalHop(outer, report.RemoteIp, report.RemotePort, report.ReplyText, FieldSource.Stated), .. behind];
    }

    // The reporting server is not the sender's: it took the message and could not pass it on.
    private IReadOnlyList<RefusalHop> Taken(BounceReport report, Func<RefusalHop?> quoted)
    {
        var refuser = report.RemoteMta is null && report.RemoteIp is null ? quoted() : Refuser(report);
        if (refuser is null || report.ReportingMta is not { } reporting || refuser.Mta == reporting)
        {
            return [];
        }
        string?[] sending = [Organization(RecipientDomains.Of(report.Sender)), Organization(report.DkimDomain)];
        bool IsSending(string? host) => Organization(host) is { } organization && sending.Contains(organization);
        if (IsSending(reporting))
        {
            return [];
        }
        // The oldest line on which the sender's side handed the message over; lines of the sender's own servers lie below.
        var taken = _received.Value.LastOrDefault(line => line.By is not null && IsSending(line.From) && !IsSending(line.By));
        var isTheirs = Gateways.OperatorOf(reporting) is not null || (Organization(reporting) is { } own && own == Organization(report.RecipientDomain));
        var first = taken?.By is { } by && Organization(by) != Organization(reporting) && by != refuser.Mta ? [Took(by)] : (RefusalHop[])[];
        return taken is null && !isTheirs
            ? []
            : [.. first, Took(first.Length == 0 && taken?.By is { } name && name != refuser.Mta ? name : reporting), InItsWords(refuser, quoted())];
    }

    // Exchange Online wraps the reply in its own words, which quote it and name the port.
    private static RefusalHop InItsWords(RefusalHop refuser, RefusalHop? quoted) =>
        quoted?.Is(refuser.Mta, refuser.Ip) == true ? refuser with { Port = refuser.Port ?? quoted.Port, Reply = quoted.Reply ?? refuser.Reply } : refuser;

    // Exchange's words: "Receiving server: inner.example (203.0.113.9)".
    private static RemoteHost? ReceivingServer(string human)
    {
        var at = Receiving.IndexIn(human);
        var end = at < 0 ? -1 : human.IndexOfAny(['\r', '\n'], at);
        return at < 0 ? null : RemoteHost.Read(human.AsSpan()[(at + Receiving.Length)..(end < 0 ? human.Length : end)]);
    }

    // Sendmail: "... while talking to inner.example.:".
    private RefusalHop? Spoken(BounceReport report, string words)
    {
        const string Talking = "while talking to ";
        var at = words.IndexOf(Talking, StringComparison.OrdinalIgnoreCase);
        return (at < 0 ? _receiving.Value : RemoteHost.Read(words.AsSpan(at + Talking.Length, Math.Min(300, words.Length - at - Talking.Length)))) is { } host
            ? new RefusalHop(host.Name, host.Ip, host.Port, report.ReplyText, FieldSource.Stated)
            : null;
    }

    private static RefusalHop Refuser(BounceReport report) => new(report.RemoteMta, report.RemoteIp, report.RemotePort, report.ReplyText, FieldSource.Stated);

    private static RefusalHop Hop(string? mta, BounceReport report) => new(mta, null, null, report.ReplyText, FieldSource.Stated);

    private static RefusalHop Took(string mta) => new(mta, null, null, null, FieldSource.Derived);

    // Exchange Online reports under another name than the one it receives under.
    private static string? Organization(string? host) =>
        DomainName.TryParse(host, out var name) ? OrganizationalDomain.Of(name).Value is var found && found == "exchangelabs.com" ? "outlook.com" : OrganizationalDomain.Of(name).Value : null;
}
