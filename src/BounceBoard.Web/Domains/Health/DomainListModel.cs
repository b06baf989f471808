using System.Collections.Concurrent;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Domains.Exams;
using BounceBoard.Storage.Domains;

namespace BounceBoard.Web.Domains.Health;

/// <summary>Reads the list of a tenant's domains; asks nobody.</summary>
public sealed class DomainListModel(HealthReading reading, ExamReader exams)
{
    /// <summary>Examinations whose figures are kept in memory; an examination never changes, judging it again gives the same.</summary>
    private const int MostKept = 5_000;

    private readonly ConcurrentDictionary<(TenantId Tenant, long Exam, DateTimeOffset Until), HealthFigures> _kept = [];

    public async Task<IReadOnlyList<DomainListRow>> LoadAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var rows = new List<DomainListRow>();
        foreach (var line in await reading.ListAsync(tenant, cancellationToken))
        {
            rows.Add(new DomainListRow(line.Domain, line.Exam, line.Exam is { } exam ? await FiguresAsync(tenant, exam, cancellationToken) : null));
        }
        return rows;
    }

    private async Task<HealthFigures?> FiguresAsync(TenantId tenant, ExamRow exam, CancellationToken cancellationToken)
    {
        var key = (tenant, exam.Id, exam.SeenUntil);
        if (_kept.TryGetValue(key, out var known))
        {
            return known;
        }
        if ((await exams.FindAsync(tenant, exam.Id, cancellationToken))?.ReadFacts() is not { } facts)
        {
            return null;
        }
        if (_kept.Count >= MostKept)
        {
            _kept.Clear();
        }
        return _kept[key] = HealthFigures.Of(HealthRules.Judge(facts));
    }
}
