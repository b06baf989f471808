using System.Data.Common;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Domains;

/// <summary>Adds, changes and removes sending domains.</summary>
public sealed class DomainWriter
{
    public Task AddAsync(TenantId tenant, DomainRow domain, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            """
            INSERT INTO tenant_domain (tenant_id, id, name, selectors, added_at, profile, profile_said)
            VALUES (@tenant, @Id, @Name, @SelectorsText, @AddedAt, @profile, @ProfileSaid)
            """,
            new { tenant, domain.Id, domain.Name, domain.SelectorsText, domain.AddedAt, profile = domain.Profile.ToString(), domain.ProfileSaid },
            cancellationToken);

    /// <returns>False when the tenant has no such domain.</returns>
    public async Task<bool> SetSelectorsAsync(
        TenantId tenant, long id, IReadOnlyList<string> selectors, DbTransaction transaction, CancellationToken cancellationToken) =>
        await transaction.ExecuteAsync(
            """UPDATE tenant_domain SET selectors = @text WHERE tenant_id = @tenant AND id = @id""",
            new { tenant, id, text = JsonText.Write(selectors) },
            cancellationToken) == 1;

    /// <summary>Its examination becomes due at once: by other rules.</summary>
    /// <param name="profile">Null when the records decide.</param>
    /// <returns>False when the tenant has no such domain.</returns>
    public async Task<bool> SetProfileAsync(
        TenantId tenant, long id, DomainProfile? profile, DbTransaction transaction, CancellationToken cancellationToken) =>
        await transaction.ExecuteAsync(
            """
            UPDATE tenant_domain SET profile = @profile, profile_said = @said, exam_due_at = 0, exam_whole_at = NULL
            WHERE tenant_id = @tenant AND id = @id
            """,
            new { tenant, id, profile = (profile ?? DomainProfile.Sending).ToString(), said = profile is not null },
            cancellationToken) == 1;

    /// <summary>Removes the domain with its examinations, issues and links.</summary>
    /// <returns>False when the tenant has no such domain.</returns>
    public async Task<bool> RemoveAsync(TenantId tenant, long id, DbTransaction transaction, CancellationToken cancellationToken)
    {
        await transaction.ExecuteAsync("""DELETE FROM domain_share WHERE tenant_id = @tenant AND domain_id = @id""", new { tenant, id }, cancellationToken);
        await transaction.ExecuteAsync("""DELETE FROM domain_issue WHERE tenant_id = @tenant AND domain_id = @id""", new { tenant, id }, cancellationToken);
        await transaction.ExecuteAsync("""DELETE FROM domain_exam WHERE tenant_id = @tenant AND domain_id = @id""", new { tenant, id }, cancellationToken);
        return await transaction.ExecuteAsync(
            """DELETE FROM tenant_domain WHERE tenant_id = @tenant AND id = @id""", new { tenant, id }, cancellationToken) == 1;
    }
}
