namespace BounceBoard.TestKit.Postgres;

/// <summary>How a throw-away server is set up.</summary>
public sealed record PostgresSettings
{
    /// <summary>Whether a commit waits for the disk; needed only where the machine itself would be switched off.</summary>
    public bool Fsync { get; init; }

    public int MaxConnections { get; init; } = 300;

    /// <summary>Further lines of <c>postgresql.conf</c>: name and value.</summary>
    public IReadOnlyDictionary<string, string> More { get; init; } = new Dictionary<string, string>();
}
