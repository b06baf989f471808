using BounceBoard.Operations.Tenants;
using BounceBoard.Storage.Wordings;

namespace BounceBoard.Web.Wordings;

/// <summary>Reads what the pages of wordings show.</summary>
public sealed class WordingListModel(UnknownWordingReader wordings, StoredReplyReader replies, WordingRuleReader rules)
{
    public async Task<WordingListData> LoadAsync(TenantContext tenant, WordingUrl url, CancellationToken cancellationToken)
    {
        var key = tenant.Tenant.Id;
        var rows = await wordings.ListAsync(key, url.Filter, cancellationToken);
        var examples = await replies.FindAsync(key, [.. rows.Select(row => row.RefusalId)], cancellationToken);
        var lines = rows.Select(row => Line(tenant, row, examples.GetValueOrDefault(row.RefusalId))).ToList();
        return new(
            lines, await wordings.CountAsync(key, url.Filter, cancellationToken), await rules.ListAsync(key, cancellationToken),
            await rules.CountRefusalsAsync(key, cancellationToken));
    }

    /// <returns>Null when the tenant has no such wording.</returns>
    public async Task<WordingLine?> FindAsync(TenantContext tenant, long id, CancellationToken cancellationToken)
    {
        if (await wordings.FindAsync(tenant.Tenant.Id, id, cancellationToken) is not { } row)
        {
            return null;
        }
        var examples = await replies.FindAsync(tenant.Tenant.Id, [row.RefusalId], cancellationToken);
        return Line(tenant, row, examples.GetValueOrDefault(row.RefusalId));
    }

    /// <returns>Null when the tenant has no such rule.</returns>
    public Task<WordingRuleRow?> FindRuleAsync(TenantContext tenant, long id, CancellationToken cancellationToken) =>
        rules.FindAsync(tenant.Tenant.Id, id, cancellationToken);

    private static WordingLine Line(TenantContext tenant, UnknownWordingRow row, StoredReplyRow? example) => new(
        row,
        example?.ReplyText is { } reply ? MaskedText.For(tenant, reply) : null,
        example is null ? null : $"/t/{tenant.Tenant.Slug}/evidence/{row.EvidenceId}");
}
