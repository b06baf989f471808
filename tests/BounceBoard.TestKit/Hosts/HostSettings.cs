namespace BounceBoard.TestKit.Hosts;

/// <summary>How a host is started.</summary>
public sealed record HostSettings
{
    /// <summary>Path of <c>BounceBoard.Web.dll</c>.</summary>
    public string Program { get; init; } = RunningHost.BuiltProgram;

    /// <summary>Keys with colons, as in the sample file.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>A data directory that outlives the host; null for one of its own that is deleted with it.</summary>
    public string? DataDirectory { get; init; }
}
