namespace BounceBoard.Storage.Audit;

/// <summary>What a reader of the audit log looks for; null means any.</summary>
public sealed record AuditFilter
{
    public static AuditFilter All { get; } = new();

    /// <summary>Exact name of who did it.</summary>
    public string? Actor { get; init; }

    /// <summary>Action or its first part: <c>user</c> finds <c>user.add</c> and <c>user.remove</c>.</summary>
    public string? Action { get; init; }

    public string? Via { get; init; }

    /// <summary>Text that stands in object or detail.</summary>
    public string? Text { get; init; }

    public DateTimeOffset? From { get; init; }

    /// <summary>Exclusive.</summary>
    public DateTimeOffset? Until { get; init; }
}
