using BounceBoard.Core.Addresses;
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
                return new SenderHealth(row.Name, refusal.OccurredAt, await reading.AtAsync(tenant, name, refusal.OccurredAt, cancellationToken));
            }
        }
        return null;
    }

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
