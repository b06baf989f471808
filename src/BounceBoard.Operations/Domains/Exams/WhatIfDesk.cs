using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Domains;

namespace BounceBoard.Operations.Domains.Exams;

/// <summary>Judges a domain as if records were changed. Names that only the planned records lead to are asked of DNS; nothing is stored.</summary>
public sealed class WhatIfDesk(IExam exam, DomainReader domains, ExamReader exams, TenantAccess access)
{
    /// <summary>Rounds of questions; an SPF tree of ten look-ups is never deeper.</summary>
    private const int MostRounds = 12;

    /// <param name="pasted">Records as <see cref="PlannedRecords"/> reads them.</param>
    public async Task<OperationResult<WhatIfView>> TryAsync(
        Actor actor, TenantId tenant, DomainName domain, string pasted, CancellationToken cancellationToken)
    {
        var decision = await access.RequireAsync(actor, tenant, TenantAction.See, cancellationToken);
        if (decision is not AccessDecision.Allowed allowed)
        {
            return new OperationResult.Refused(decision.Problem ?? "Not allowed.");
        }
        var read = PlannedRecords.Read(domain, pasted);
        if (!read.TryGet(out var planned))
        {
            return new OperationResult.Refused(read.Problem ?? "These are no records.");
        }
        if (await domains.FindByNameAsync(tenant, domain, cancellationToken) is not { } row ||
            await exams.LatestAsync(tenant, row.Id, cancellationToken) is not { } latest || latest.ReadFacts() is not { } facts)
        {
            return new OperationResult.Refused("The domain was not examined yet. Check it first, then try a change.");
        }
        var then = allowed.Tenant.IsDemo ? WhatIf.With(facts, planned) : await AskedAsync(facts, planned, cancellationToken);
        return new WhatIfView(HealthRules.Judge(facts), then, planned);
    }

    private async Task<DomainHealth> AskedAsync(DomainFacts facts, IReadOnlyList<ProposedRecord> planned, CancellationToken cancellationToken)
    {
        var known = DnsSnapshot.Of((facts.Dns as DnsSnapshot)?.Answers ?? []);
        for (var round = 0; ; round++)
        {
            var then = WhatIf.With(facts with { Dns = known }, planned);
            var missing = HealthRules.Questions(then.Facts);
            if (missing.Count == 0 || round == MostRounds)
            {
                return then;
            }
            foreach (var answer in await exam.AskAsync(missing, cancellationToken))
            {
                known.Add(new RecordQuestion(answer.Name, answer.Type), answer);
            }
        }
    }
}
