using System.Collections.Concurrent;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Domains.Exams;
using BounceBoard.Storage.Domains;

namespace BounceBoard.Web.Domains.Health;

/// <summary>Reads the list of a tenant's domains, in as many statements for a thousand of them as for one; asks nobody.</summary>
public sealed class DomainListModel(HealthReading reading, ExamReader exams)
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 50;

    /// <summary>Examinations whose figures are kept in memory; an examination never changes, judging it again gives the same.</summary>
    private const int MostKept = 5_000;

    private readonly ConcurrentDictionary<(TenantId Tenant, long Exam, DateTimeOffset Until), HealthFigures> _kept = [];

    public async Task<DomainListPage> LoadAsync(TenantId tenant, DomainListUrl url, CancellationToken cancellationToken)
    {
        var lines = await reading.ListAsync(tenant, cancellationToken);
        IReadOnlyList<HealthLine> graded = [.. lines.Where(url.HasGrade)];
        // A policy stands in the facts only: to filter by it, all of them are read.
        var figures = await FiguresAsync(tenant, url.Policy is null ? PageOf(graded, url.Page) : graded, cancellationToken);
        IReadOnlyList<DomainListRow> rows = [.. graded.Select(line => new DomainListRow(line.Domain, line.Exam, figures.GetValueOrDefault(line.Exam?.Id ?? 0))).Where(url.HasPolicy)];
        return new DomainListPage(PageOf(rows, url.Page), rows.Count, lines.Count, Math.Max(1, (rows.Count + PageSize - 1) / PageSize));
    }

    private static IReadOnlyList<T> PageOf<T>(IReadOnlyList<T> all, int page) => [.. all.Skip((page - 1) * PageSize).Take(PageSize)];

    private async Task<Dictionary<long, HealthFigures>> FiguresAsync(TenantId tenant, IReadOnlyList<HealthLine> lines, CancellationToken cancellationToken)
    {
        var examined = lines.Select(line => line.Exam).OfType<ExamRow>().ToList();
        var missing = examined.Where(exam => !_kept.ContainsKey(Key(exam))).Select(exam => exam.Id).ToList();
        if (_kept.Count + missing.Count > MostKept)
        {
            _kept.Clear();
            missing = [.. examined.Select(exam => exam.Id)];
        }
        var figures = new Dictionary<long, HealthFigures>();
        foreach (var exam in missing.Count == 0 ? [] : await exams.ListAsync(tenant, missing, cancellationToken))
        {
            if (exam.ReadFacts() is { } facts)
            {
                figures[exam.Id] = _kept[Key(exam)] = HealthFigures.Of(HealthRules.Judge(facts));
            }
        }
        foreach (var exam in examined)
        {
            if (_kept.TryGetValue(Key(exam), out var known))
            {
                figures.TryAdd(exam.Id, known);
            }
        }
        return figures;
    }

    private static (TenantId Tenant, long Exam, DateTimeOffset Until) Key(ExamRow exam) => (exam.TenantId, exam.Id, exam.SeenUntil);
}
