namespace BounceBoard.Storage.Wordings;

/// <summary>An unknown wording summed over the tenants of the installation: it names none of them.</summary>
public sealed class InstallationWordingRow
{
    public required string Skeleton { get; init; }

    public required long Tenants { get; init; }

    /// <summary>Of these tenants, those whose own rule knows it by now.</summary>
    public required long Ruled { get; init; }

    public required long Refusals { get; init; }

    public required DateTimeOffset FirstAt { get; init; }

    public required DateTimeOffset LastAt { get; init; }
}
