using System.Globalization;
using BounceBoard.Core.Tenants;

namespace BounceBoard.Operations;

/// <summary>What one node says to the others: who speaks, whose data changed, and which. None of the data.</summary>
internal readonly record struct ChangeWord(Guid Node, TenantId Tenant, ChangeKind Kind)
{
    /// <returns>Null for a word of another version that this one does not know: no page of this version waits for it.</returns>
    public static ChangeWord? Read(string text) =>
        text.Split(' ') is [var node, var tenant, var kind]
        && Guid.TryParseExact(node, "N", out var id)
        && long.TryParse(tenant, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && Enum.TryParse<ChangeKind>(kind, out var known) && Enum.IsDefined(known)
            ? new ChangeWord(id, new TenantId(number), known)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Node:N} {Tenant.Value} {Kind}");
}
