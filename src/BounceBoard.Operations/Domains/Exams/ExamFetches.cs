using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Core.Domains.MtaSts;

namespace BounceBoard.Operations.Domains.Exams;

/// <summary>Everything that an examination fetches over HTTPS, all at the same time.</summary>
/// <param name="registrations">Null: registries are not asked.</param>
internal sealed class ExamFetches(PolicyFetching policies, BimiFetching pictures, RdapFetching? registrations)
{
    /// <returns>The facts with what was fetched.</returns>
    /// <exception cref="OperationCanceledException">Only for <paramref name="cancellationToken"/>.</exception>
    public async Task<DomainFacts> AddAsync(DomainFacts facts, CancellationToken cancellationToken)
    {
        var records = RecordsOf(facts);
        var policy = records.Count > 0 ? policies.FetchAsync(facts.Domain, MtaStsRecord.Parse(records[0], out _)?.Id ?? "", facts.Resolver, cancellationToken) : null;
        var registration = registrations?.FetchAsync(facts.Domain, facts.Resolver, cancellationToken);
        var bimi = pictures.FetchAsync(facts, cancellationToken);
        return facts with
        {
            MtaStsPolicy = policy is null ? null : await policy,
            Registration = registration is null ? null : await registration,
            Bimi = await bimi,
        };
    }

    // Without a record nobody looks for a policy (RFC 8461 §3.1).
    private static List<string> RecordsOf(DomainFacts facts) =>
        [.. (facts.Dns.Find($"_mta-sts.{facts.Domain}", RecordType.Txt)?.Records ?? []).Where(MtaStsRecord.IsRecord)];
}
