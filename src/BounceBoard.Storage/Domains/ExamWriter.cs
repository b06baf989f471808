using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Domains;

/// <summary>Keeps examinations.</summary>
public sealed class ExamWriter
{
    /// <param name="exam">With its facts, see <see cref="ExamRow.With"/>.</param>
    public Task AddAsync(TenantId tenant, ExamRow exam, DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO domain_exam (tenant_id, id, domain_id, at, seen_until, cause, score_version, profile, score, low, high, coverage, grade,
                previous_score, issues, areas, fingerprint, facts, facts_size)
            VALUES (@tenant, @Id, @DomainId, @At, @SeenUntil, @cause, @ScoreVersion, @profile, @Score, @Low, @High, @Coverage, @Grade,
                @PreviousScore, @IssueCount, @AreasText, @Fingerprint, @FactsPacked, @FactsSize)
            """;
        var parameters = new
        {
            tenant,
            exam.Id,
            exam.DomainId,
            exam.At,
            exam.SeenUntil,
            cause = exam.Trigger.ToString(),
            exam.ScoreVersion,
            profile = exam.Profile.ToString(),
            exam.Score,
            exam.Low,
            exam.High,
            exam.Coverage,
            exam.Grade,
            exam.PreviousScore,
            exam.IssueCount,
            exam.AreasText,
            exam.Fingerprint,
            exam.FactsPacked,
            exam.FactsSize,
        };
        return transaction.ExecuteAsync(sql, parameters, cancellationToken);
    }

    /// <summary>An examination found the same again.</summary>
    public Task TouchAsync(TenantId tenant, long id, DateTimeOffset at, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            """UPDATE domain_exam SET seen_until = @at WHERE tenant_id = @tenant AND id = @id AND seen_until < @at""",
            new { tenant, id, at },
            cancellationToken);
}
