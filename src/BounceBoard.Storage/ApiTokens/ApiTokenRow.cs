using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.ApiTokens;

/// <summary>A key for programs, valid in one tenant; of its secret only the hash is kept.</summary>
public sealed class ApiTokenRow
{
    public required TenantId TenantId { get; init; }

    public required long Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The first characters, by which a person recognises it.</summary>
    public required string Prefix { get; init; }

    /// <summary>SHA-256 of the whole token, hex.</summary>
    public required string TokenHash { get; init; }

    public IReadOnlyList<string> Scopes
    {
        get => JsonText.Read(ScopesText);
        init => ScopesText = JsonText.Write(value);
    }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The person who made it; 0 for the command line.</summary>
    public required long CreatedBy { get; init; }

    public required DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>To the minute.</summary>
    public required DateTimeOffset? LastUsedAt { get; init; }

    public required DateTimeOffset? RevokedAt { get; init; }

    internal string ScopesText { get; init; } = "[]";

    /// <summary>Whether it opens anything at <paramref name="now"/>.</summary>
    public bool IsLive(DateTimeOffset now) => RevokedAt is null && (ExpiresAt is null || ExpiresAt > now);
}
