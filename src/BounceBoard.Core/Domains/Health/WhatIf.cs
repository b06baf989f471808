using BounceBoard.Core.Domains.Health.Checks;

namespace BounceBoard.Core.Domains.Health;

/// <summary>The judgement as it would be with records that are only planned; nothing is asked and nothing is changed.</summary>
public static class WhatIf
{
    /// <summary>
    /// Judges again with the planned records. A planned TXT record takes the place of the one of its kind at its name (SPF, DMARC and so on), any other
    /// record the place of all of its name and type. What a planned record leads to and was never asked is unknown: <see cref="HealthRules.Questions"/>
    /// over the facts of the result names it.
    /// </summary>
    public static DomainHealth With(DomainFacts facts, IReadOnlyList<ProposedRecord> planned) =>
        HealthRules.Judge(facts with { Dns = new PlannedDns(facts.Dns, planned) });
}
