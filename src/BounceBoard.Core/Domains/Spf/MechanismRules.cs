namespace BounceBoard.Core.Domains.Spf;

/// <summary>The mechanisms that ask for addresses and names (RFC 7208 §5.3 to §5.7).</summary>
internal sealed class MechanismRules(SpfRun run, ValidatedNames names)
{
    /// <summary>Exchanges of one <c>mx</c>; more is permerror (RFC 7208 §4.6.4).</summary>
    public const int MostExchanges = 10;

    /// <summary><c>a</c>: one of the target's addresses, of the client's family (§5.3).</summary>
    public TermOutcome A(SpfTerm term, string target) => ByAddress(target, run.AddressType, answer => AddressMatch.Any(answer, run.Client, PrefixOf(term)));

    /// <summary><c>exists</c>: the target has an A record, whatever its value and whatever the client's family (§5.7).</summary>
    public TermOutcome Exists(string target) => ByAddress(target, RecordType.A, answer => answer.State == DnsState.Found);

    /// <summary><c>mx</c>: an address of one of the target's exchanges; the implicit MX is not used (§5.4).</summary>
    public TermOutcome Mx(SpfTerm term, string target)
    {
        if (!TargetName.CanExist(target))
        {
            return TermOutcome.Of(false, target);
        }
        if (run.Ask(target, RecordType.Mx) is not { } exchanges)
        {
            return TermOutcome.Unanswered(target);
        }
        return exchanges.State == DnsState.Unknown ? TermOutcome.Temperror(target, exchanges)
            : !run.TryCountVoid(exchanges) ? TermOutcome.TooManyVoid(target, exchanges)
            : exchanges.Records.Count > MostExchanges
                ? TermOutcome.Permerror(target, $"{target} has {exchanges.Records.Count} MX records; at most {MostExchanges} may be looked up (RFC 7208 §4.6.4).", exchanges)
            : Exchanges(term, target, exchanges);
    }

    private TermOutcome Exchanges(SpfTerm term, string target, RecordAnswer exchanges)
    {
        List<RecordAnswer> answers = [exchanges];
        var isWhole = true;
        // In the order of preference, so that the trace reads as a delivery would.
        foreach (var host in exchanges.Records.OrderBy(PreferenceOf).Select(HostOf).Where(host => TargetName.CanExist(host)))
        {
            if (run.Ask(host, run.AddressType) is not { } answer)
            {
                isWhole = false;
                continue;
            }
            answers.Add(answer);
            if (answer.State == DnsState.Unknown)
                return TermOutcome.Temperror(target, answer) with { Answers = answers };
            if (AddressMatch.Any(answer, run.Client, PrefixOf(term)) && isWhole)
                return TermOutcome.Of(true, target, answers);
            if (!run.TryCountVoid(answer))
                return TermOutcome.TooManyVoid(target, answers);
        }
        return isWhole ? TermOutcome.Of(false, target, answers) : TermOutcome.Unanswered(target);
    }

    /// <summary><c>ptr</c>: a confirmed name of the client is the target or stands below it (§5.5).</summary>
    public TermOutcome Ptr(string target)
    {
        if (names.Find() is not { } found || names.Ptr is not { } ptr)
        {
            return TermOutcome.Unanswered(target);
        }
        return !run.TryCountVoid(ptr) ? TermOutcome.TooManyVoid(target, ptr)
            : TermOutcome.Of(found.Any(name => ValidatedNames.IsAtOrBelow(name, target)), target, ptr);
    }

    private TermOutcome ByAddress(string target, RecordType type, Func<RecordAnswer, bool> isMatch)
    {
        if (!TargetName.CanExist(target))
        {
            return TermOutcome.Of(false, target);
        }
        return run.Ask(target, type) switch
        {
            null => TermOutcome.Unanswered(target),
            { State: DnsState.Unknown } answer => TermOutcome.Temperror(target, answer),
            var answer when !run.TryCountVoid(answer) => TermOutcome.TooManyVoid(target, answer),
            var answer => TermOutcome.Of(isMatch(answer), target, answer),
        };
    }

    private int PrefixOf(SpfTerm term) => run.Client.IsV6 ? term.Ip6Prefix : term.Ip4Prefix;

    private static int PreferenceOf(string record) =>
        int.TryParse(record.AsSpan(0, Math.Max(0, record.IndexOf(' ', StringComparison.Ordinal))), System.Globalization.CultureInfo.InvariantCulture, out var preference) ? preference : 0;

    public static string HostOf(string record) => TargetName.WithoutRootDot(record[(record.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
}
