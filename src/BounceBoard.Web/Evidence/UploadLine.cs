using BounceBoard.Operations.Evidence;
using BounceBoard.Storage.Incidents;

namespace BounceBoard.Web.Evidence;

/// <summary>One uploaded file or pasted text and what became of it.</summary>
public sealed class UploadLine(string name, long? size)
{
    public string Name { get; } = name;

    /// <summary>Bytes; null for pasted text until it is read.</summary>
    public long? Size { get; } = size;

    /// <summary>Bytes that arrived.</summary>
    public long Arrived { get; set; }

    /// <summary>Null until it is taken in.</summary>
    public IntakeResult? Receipt { get; set; }

    /// <summary>Why it was not taken in: what happened, what was kept, what to do.</summary>
    public string? Fault { get; set; }

    /// <summary>Incidents that its refusals belong to.</summary>
    public IReadOnlyList<IncidentRow> Incidents { get; set; } = [];

    public bool IsDone => Receipt is not null || Fault is not null;
}
