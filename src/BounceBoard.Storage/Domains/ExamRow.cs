using System.Text.Json;
using BounceBoard.Core.Domains.Exams;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Core.Tenants;

namespace BounceBoard.Storage.Domains;

/// <summary>An examination of a domain: its facts, and how they were judged when it was made.</summary>
public sealed record ExamRow
{
    public required TenantId TenantId { get; init; }

    public required long Id { get; init; }

    public required long DomainId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>When an examination found the same for the last time.</summary>
    public required DateTimeOffset SeenUntil { get; init; }

    public required ExamTrigger Trigger { get; init; }

    public required int ScoreVersion { get; init; }

    public required DomainProfile Profile { get; init; }

    /// <summary>0 to 100; null when nothing was known.</summary>
    public int? Score { get; init; }

    public required int Low { get; init; }

    public required int High { get; init; }

    /// <summary>Percent of the points that were known.</summary>
    public required int Coverage { get; init; }

    /// <summary>A to F; empty when nothing was known.</summary>
    public required string Grade { get; init; }

    /// <summary>Of the examination before, where version and profile were the same; else null.</summary>
    public int? PreviousScore { get; init; }

    /// <summary>Checks that warned or failed.</summary>
    public required int IssueCount { get; init; }

    /// <summary>Worst state of the checks of each area; an area without checks is missing.</summary>
    public IReadOnlyDictionary<CheckArea, CheckState> Areas
    {
        get => JsonSerializer.Deserialize<Dictionary<CheckArea, CheckState>>(AreasText, FactsShape.Options) ?? [];
        init => AreasText = JsonSerializer.Serialize(value, FactsShape.Options);
    }

    /// <summary>Two examinations with the same one found the same, but for what changes by itself (addresses of pools, times to live).</summary>
    public required string Fingerprint { get; init; }

    internal string AreasText { get; init; } = "{}";

    /// <summary>Brotli; empty where the row was read without facts.</summary>
    internal byte[] FactsPacked { get; init; } = [];

    internal long FactsSize { get; init; }

    /// <summary>What the examination found; null where the row was read without it.</summary>
    public DomainFacts? ReadFacts() => FactsPacked.Length == 0 ? null : DomainFactsJson.Unpack(FactsPacked, FactsSize);

    /// <summary>The same row with these facts.</summary>
    public ExamRow With(DomainFacts facts)
    {
        var (packed, size) = DomainFactsJson.Pack(facts);
        return this with { FactsPacked = packed, FactsSize = size };
    }
}
