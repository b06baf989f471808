using BounceBoard.Core.Domains.Health.Scoring;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>DKIM keys at the selectors that were tried (RFC 6376 §3.6). A key that is not among them may still exist, so none found is unknown.</summary>
internal static class DkimChecks
{
    private const double Half = 0.5;

    private static readonly HealthRule Published = new("dkim", CheckArea.Dkim, "A live DKIM key is published", "RFC 6376 §3.6.2.2");

    private static readonly HealthRule Reused = new("dkim-reuse", CheckArea.Dkim, "Each selector has a key of its own", "judgement");

    public static IEnumerable<Judged> Find(Examined examined)
    {
        var keys = SelectorKey.AllOf(examined);
        var (won, unknown) = Points(keys);
        var parent = examined.Txt(KeyName.Parent(examined.Domain));
        if (!keys.Any(key => key.Answer.State == DnsState.Found) && parent is { State: DnsState.Absent, Rcode: "NXDOMAIN" })
        {
            return
            [
                Published.Fail(DkimAdvice.None(examined.Domain), $"{parent.Name} does not exist, so no name below it does (RFC 8020).").Holding(Part.Dkim),
                .. keys.Where(IsShown).Select(key => SelectorChecks.Of(key, examined)),
            ];
        }
        var blamed = keys.Where(key => IsBlamed(key, keys)).ToList();
        var lost = blamed.Count > 0 ? 1 - won - unknown : 0;
        var kept = 1 - lost;
        var rest = kept > 0 ? (Won: won / kept, Unknown: unknown / kept) : (Won: 1, Unknown: 0);
        return
        [
            Overall(keys, lost).Holding(Part.Dkim, kept, rest.Won, rest.Unknown),
            AdspCheck.Find(examined),
            .. keys.Where(IsShown).Select(key => blamed.Contains(key) ? SelectorChecks.Of(key, examined).Holding(Part.Dkim, lost / blamed.Count, 0) : SelectorChecks.Of(key, examined)),
            Reuse(keys),
        ];
    }

    // One good key earns the points; half when the best is short, and at most half while a harmful one stands beside it.
    private static (double Won, double Unknown) Points(IReadOnlyList<SelectorKey> keys)
    {
        var ceiling = keys.Any(key => key.IsHarmful) ? Half : 1;
        var best = keys.Any(key => key.IsStrong) ? 1 : keys.Any(key => key.IsLive) ? Half : 0;
        var won = Math.Min(best, ceiling);
        var isOpen = !keys.Any(key => key.IsLive || key.IsBreakable) || keys.Any(key => key.Answer.State == DnsState.Unknown);
        return (won, isOpen ? ceiling - won : 0);
    }

    private static bool IsBlamed(SelectorKey key, IReadOnlyList<SelectorKey> all) => key.IsHarmful || (key.IsLive && !key.IsStrong && !all.Any(other => other.IsStrong));

    // A common name under which nothing stands says nothing; one that was named or signed mail does.
    private static bool IsShown(SelectorKey key) => key.Selector.Origin != SelectorOrigin.Common || key.Answer.State == DnsState.Found;

    private static Judged Overall(IReadOnlyList<SelectorKey> keys, double lost)
    {
        var live = keys.Where(key => key.IsLive).Select(key => key.Selector.Selector).ToList();
        var open = keys.Count(key => key.Answer.State == DnsState.Unknown);
        return live.Count > 0 ? Published.Pass($"Live keys at {string.Join(", ", live)}; {keys.Count} selectors tried.")
            // What is lost by it stands with the keys.
            : lost >= 1 ? Published.Fail(DkimAdvice.Short, "The only keys found can be broken, so verifiers refuse them.")
            : Published.Unknown($"No live key among the {keys.Count} selectors tried{(open > 0 ? $", {open} of them without an answer" : "")}; a key under another name may exist.");
    }

    private static Judged Reuse(IReadOnlyList<SelectorKey> keys)
    {
        var same = keys.Where(key => key.Reading?.Key is not null).GroupBy(key => Convert.ToHexString((key.Reading?.Key?.Octets ?? default).Span))
            .Where(group => group.Count() > 1).Select(group => string.Join(", ", group.Select(key => key.Selector.Selector))).ToList();
        return same.Count == 0 ? Reused.Pass() : Reused.Warn(DkimAdvice.Reused, [.. same.Select(names => $"The same key stands at {names}.")]);
    }
}
