using BounceBoard.Core.Bounces;
using BounceBoard.Core.Incidents;

namespace BounceBoard.Benchmarks.Growth;

/// <summary>An incident of a seeded installation, counted up while its refusals are drawn.</summary>
internal sealed class SeedIncident
{
    public required int Tenant { get; init; }

    /// <summary>From 1 within the tenant; 1 is the largest.</summary>
    public required int Number { get; init; }

    public required RefusalFamily Family { get; init; }

    public required IncidentState State { get; init; }

    /// <summary>Numbers of the recipient domains: one, or the many of a provider.</summary>
    public required IReadOnlyList<int> Domains { get; init; }

    public required int Refusals { get; init; }

    public bool IsStorm => Domains.Count > 1;

    /// <summary>About six in ten refusals are of somebody new.</summary>
    public int People => Math.Max(1, Refusals * 6 / 10);

    public string ScopeName => IsStorm ? $"provider{Tenant}.example" : SeedNames.Domain(Domains[0]);

    public int SeenPeople { get; set; }

    public long FirstAt { get; set; } = long.MaxValue;

    public long LastAt { get; set; }

    // Ids rise with the time of opening; the low bits keep them apart.
    public long Id => (FirstAt << 21) | ((long)Tenant << 11) | (uint)Number;
}
