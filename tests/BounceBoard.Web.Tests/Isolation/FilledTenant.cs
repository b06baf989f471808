using BounceBoard.Core.Tenants;

namespace BounceBoard.Web.Tests.Isolation;

/// <summary>A tenant that holds one of everything, each marked with its canary.</summary>
/// <param name="Canary">Stands in every name, reply and recipient of this tenant and nowhere else; never in an address of the host.</param>
/// <param name="Number">The newest incident; a number the other tenant has not.</param>
/// <param name="Retry">Number of a batch; the other tenant has none of it.</param>
/// <param name="Report">Token of a link to the report of the domain.</param>
public sealed record FilledTenant(
    TenantId Id, string Slug, string Canary, string Domain, long EvidenceId, long Number, long RefusalId, string Token, long SourceId, long RuleId, long Retry,
    string Report)
{
    /// <summary>Local part of the recipient; a viewer may not see it anywhere.</summary>
    public string Person => $"{Canary}-person";

    /// <summary>What the parameters of any route stand for in this tenant.</summary>
    public IReadOnlyDictionary<string, string> Values => new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["slug"] = Slug,
        ["id"] = $"{EvidenceId}",
        ["number"] = $"{Number}",
        ["name"] = Domain,
        ["source"] = $"{SourceId}",
        ["rule"] = $"{RuleId}",
        ["batch"] = $"{Retry}",
        ["address"] = $"{Person}@{Canary}0.test",
    };
}
