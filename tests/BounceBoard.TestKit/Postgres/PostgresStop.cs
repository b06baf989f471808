namespace BounceBoard.TestKit.Postgres;

/// <summary>How a server is asked to end.</summary>
public enum PostgresStop
{
    /// <summary>Open transactions are rolled back and everything is written: SIGINT.</summary>
    Fast,

    /// <summary>At once, to be recovered at the next start: SIGQUIT.</summary>
    Immediate,
}
