using BounceBoard.Core.Addresses;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Domains.Exams;
using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.Domains;

namespace BounceBoard.Web.Incidents;

/// <summary>Finds the health of a refused mail's sender domain at the time of the refusal; asks nobody.</summary>
public sealed class SenderHealths(HealthReading reading, DomainReader domains)
{
    /// <summary>Labels dropped on the way up: bounces come back to a name below the domain (<c>bounce.example.net</c>).</summary>
    private const int MostAbove = 2;

    /// <returns>Null when the refusal names no sender of a domain of the tenant.</returns>
    public async Task<SenderHealth?> FindAsync(TenantId tenant, RefusalRow refusal, CancellationToken cancellationToken)
    {
        foreach (var name in Names(refusal))
        {
            if (await domains.FindByNameAsync(tenant, name, cancellationToken) is { } row)
            {
                var then = await reading.AtAsync(tenant, name, refusal.OccurredAt, cancellationToken);
                return new SenderHealth(row.Name, refusal.OccurredAt, then) { Sent = then is null ? null : SentOf(then.Health.Facts, refusal) };
            }
        }
        return null;
    }

    // Of what our own server refused, the address is the client's, which sent to us and not for us.
    private static SentThen SentOf(DomainFacts facts, RefusalRow refusal) => SentThen.Of(
        facts, refusal.Side == ReportSide.Sending ? refusal.SendingIp : null, refusal.Sender,
        refusal is { DkimDomain: { } domain, DkimSelector: { } selector } ? (domain.ToLowerInvariant(), selector.ToLowerInvariant()) : null, refusal.OccurredAt);

    // The envelope sender first: it is what SPF and the bounce are about; a signature tells where it is missing.
    private static IEnumerable<DomainName> Names(RefusalRow refusal)
    {
        foreach (var text in (string?[])[refusal.Sender?[(refusal.Sender.LastIndexOf('@') + 1)..], refusal.DkimDomain])
        {
            var labels = (text ?? "").Trim('<', '>', '.').Split('.');
            for (var from = 0; from <= MostAbove && labels.Length - from >= 2; from++)
            {
                if (DomainName.TryParse(string.Join('.', labels[from..]), out var name))
                {
                    yield return name;
                }
            }
        }
    }
}
