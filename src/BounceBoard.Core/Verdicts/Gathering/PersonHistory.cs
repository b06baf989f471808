namespace BounceBoard.Core.Verdicts.Gathering;

/// <summary>Which refusal of a person is the one to judge, and which others count with it.</summary>
/// <param name="Judged">The refusal that the verdict is about.</param>
/// <param name="Counted">Refusals over the same route without a change in between, oldest first; holds <paramref name="Judged"/> as the last.</param>
/// <param name="Outage">The outage that <paramref name="Judged"/> lies in; null for none.</param>
public sealed record PersonHistory(JudgedRefusal Judged, IReadOnlyList<JudgedRefusal> Counted, Outage? Outage)
{
    /// <summary>
    /// What was refused inside an outage says nothing of the address. Who was refused before it is judged by that; who was refused after it, by what
    /// came after; who was refused only in it, as one of its people.
    /// </summary>
    /// <param name="own">The person's refusals, oldest first; at least one. Verified ones are judged alone where there are any.</param>
    public static PersonHistory Of(IReadOnlyList<JudgedRefusal> own, TenantEvidence tenant)
    {
        var vouched = own.Where(judged => judged.Refusal.Verified).ToList();
        var heard = vouched.Count > 0 ? vouched : own;
        var last = heard[^1];
        if (tenant.OutageOf(last) is not { } outage)
        {
            return new(last, Run(heard, tenant), null);
        }

        var before = heard.Where(judged => tenant.OutageOf(judged) is null).ToList();
        return before.Count > 0 && IsDead(before[^1]) && before[^1].Fingerprint == last.Fingerprint
            ? new(before[^1], Run(before, tenant), null)
            : new(last, [last], outage);
    }

    private static bool IsDead(JudgedRefusal judged) => judged is { WasClean: true, Refusal: { Family: Bounces.RefusalFamily.Mailbox, Permanent: true } };

    private static List<JudgedRefusal> Run(IReadOnlyList<JudgedRefusal> heard, TenantEvidence tenant)
    {
        var run = new List<JudgedRefusal>();
        for (var index = heard.Count - 1; index >= 0 && heard[index].Route == heard[^1].Route; index--)
        {
            if (tenant.OutageOf(heard[index]) is null)
            {
                run.Add(heard[index]);
            }
        }
        run.Reverse();
        return run;
    }
}
