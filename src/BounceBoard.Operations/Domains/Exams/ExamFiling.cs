using System.Data.Common;
using BounceBoard.Core.Domains.Exams;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Domains;
using BounceBoard.Storage.Engines;

namespace BounceBoard.Operations.Domains.Exams;

/// <summary>Keeps an examination with its issues and alerts, in one transaction.</summary>
internal sealed class ExamFiling(Database database, ExamReader exams, ExamWriter writer, ExamClaimWriter claims, IssueFiling issues, HealthNews news)
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <param name="wholeAt">When it was a whole examination; null when DNS alone was asked.</param>
    /// <param name="claim">Name of the claim it was made under; null when a person asked.</param>
    /// <returns>The examination as it stands now; null when the claim had run out and somebody else took it.</returns>
    public Task<ExamRow?> FileAsync(
        DomainRow domain, DomainHealth health, ExamTrigger trigger, DateTimeOffset? wholeAt, DateTimeOffset? claim, CancellationToken cancellationToken)
    {
        var fingerprint = ExamFingerprint.Of(health);
        return database.WriteAsync(
            Turn.Of(domain.TenantId),
            async transaction =>
            {
                if (claim is { } until && !await claims.HoldsAsync(domain.TenantId, domain.Id, until, transaction, cancellationToken))
                {
                    return null;
                }
                var now = health.Facts.At;
                var last = await exams.LatestAsync(domain.TenantId, domain.Id, cancellationToken);
                // Domains that came due together drift apart by up to a tenth.
                var due = now + (Pause * (1 + (Random.Shared.NextDouble() / 10)));
                await claims.ExaminedAsync(domain.TenantId, domain.Id, claim, due, wholeAt, transaction, cancellationToken);
                var opened = await issues.FileAsync(domain.TenantId, domain.Id, health, now, transaction, cancellationToken);
                if (last is not null && last.Fingerprint == fingerprint)
                {
                    await writer.TouchAsync(domain.TenantId, last.Id, now, transaction, cancellationToken);
                    return last with { SeenUntil = now };
                }
                return await AddAsync(domain, health, fingerprint, trigger, last, opened, transaction, cancellationToken);
            },
            cancellationToken);
    }

    private async Task<ExamRow> AddAsync(
        DomainRow domain, DomainHealth health, string fingerprint, ExamTrigger trigger, ExamRow? last, IReadOnlyList<DomainIssueRow> opened,
        DbTransaction transaction, CancellationToken cancellationToken)
    {
        var exam = ExamRows.Of(domain, health, fingerprint, last is null && trigger == ExamTrigger.Job ? ExamTrigger.Added : trigger, last, health.Facts.At);
        await writer.AddAsync(domain.TenantId, exam, transaction, cancellationToken);
        if (last is not null)
        {
            await news.RaiseAsync(exam, opened, transaction, cancellationToken);
        }
        return exam;
    }
}
