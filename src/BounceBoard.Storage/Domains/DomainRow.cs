using BounceBoard.Core.Domains.Health;
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

    /// <summary>Whether mail is meant to come from it, where somebody said so; see <see cref="ProfileSaid"/>.</summary>
    public DomainProfile Profile { get; init; }

    /// <summary>False: nobody said, and the records decide.</summary>
    public bool ProfileSaid { get; init; }

    /// <summary>When it is examined again; the beginning of time stands for at once.</summary>
    public DateTimeOffset ExamDueAt { get; init; }

    /// <summary>When mail hosts, policy, name servers and blocklists were asked for the last time, and not DNS alone; null: never yet.</summary>
    public DateTimeOffset? ExamWholeAt { get; init; }

    internal string SelectorsText { get; init; } = "[]";
}
