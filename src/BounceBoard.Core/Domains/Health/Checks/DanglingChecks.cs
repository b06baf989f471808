using BounceBoard.Core.Domains.Health.Scoring;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>Records that lead into a domain which nobody holds: whoever registers it takes their part over.</summary>
internal static class DanglingChecks
{
    private static readonly HealthRule Rule = new("dangling", CheckArea.Dns, "No record leads into a domain that anybody can register", "judgement");

    public static Judged Find(Examined examined)
    {
        var links = LinkTargets.Gone(examined.Facts);
        var loose = links.Where(link => StateOf(link, examined) is { State: DnsState.Absent, Rcode: "NXDOMAIN" }).ToList();
        var open = links.Where(link => StateOf(link, examined).State == DnsState.Unknown).ToList();
        return loose.Count > 0
                ? Rule.Fail(Advice.Of("A record leads to a name in a domain that does not exist.", "Whoever registers that domain receives the mail, answers for the zone, or sends as one that SPF lets pass.",
                    "Delete the record or the term today, or name the host that is used now."), [.. loose.Select(link => $"{link.Place} → {link.Target}: {link.Registrable} does not exist.")])
            : open.Count > 0 ? Rule.Unknown([.. open.Select(link => Examined.Unanswered(StateOf(link, examined)))])
            : Rule.Pass();
    }

    private static RecordAnswer StateOf(LinkTargets link, Examined examined) => examined.Ask(link.Registrable, RecordType.Ns);
}
