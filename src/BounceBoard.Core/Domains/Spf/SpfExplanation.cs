namespace BounceBoard.Core.Domains.Spf;

/// <summary>The sender's own words for a fail (RFC 7208 §6.2). Whatever is wrong with them, the fail stands and there is no explanation.</summary>
internal static class SpfExplanation
{
    public static string? Of(SpfVisit visit, SpfRun run, SpfMacros macros)
    {
        // An explanation of an included record is not used; one of the record that a redirect led to is (§6.2).
        var last = visit;
        while (last.Steps is [.., { Term.Kind: SpfTermKind.Redirect, Visit: { } next }])
        {
            last = next;
        }
        if (last.Record?.Explanation is not { } exp || macros.Target(exp.DomainSpec, last.Domain) is not { } target || !TargetName.CanExist(target))
        {
            return null;
        }
        return run.Ask(target, RecordType.Txt) is { State: DnsState.Found, Records: [var text] } && MacroSyntax.FaultOf(text, isExplanation: true).Length == 0
            ? macros.Expand(text, last.Domain)
            : null;
    }
}
