using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Domains;

/// <summary>A domain a tenant sends from.</summary>
public sealed class DomainRow
{
    public required TenantId TenantId { get; init; }

    public required long Id { get; init; }

    /// <summary>Lower-case A-labels.</summary>
    public required string Name { get; init; }

    /// <summary>DKIM selectors in use (RFC 6376 §3.1).</summary>
    public IReadOnlyList<string> Selectors
    {
        get => JsonText.Read(SelectorsText);
        init => SelectorsText = JsonText.Write(value);
    }

    public required DateTimeOffset AddedAt { get; init; }

    internal string SelectorsText { get; init; } = "[]";
}
