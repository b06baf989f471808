using BounceBoard.Core.Alerts;
using BounceBoard.Core.Verdicts;
using BounceBoard.Operations.Alerts;
using BounceBoard.Storage.Alerts;
using Microsoft.AspNetCore.Components;

namespace BounceBoard.Web.Alerts;

/// <summary>Adds or changes one destination; keeps what was typed when it is refused.</summary>
public sealed partial class AlertForm
{
    private long? _filled;

    /// <summary>The destination to change; null adds one.</summary>
    [Parameter] public AlertDestinationRow? Row { get; set; }

    /// <summary>Whether the installation can send mail.</summary>
    [Parameter] public bool HasMail { get; set; }

    /// <summary>Answers why it was refused, or null.</summary>
    [Parameter, EditorRequired] public required Func<long?, AlertDraft, Task<string?>> Save { get; set; }

    private string Name { get; set; } = "";

    private AlertDestinationKind Kind { get; set; } = AlertDestinationKind.Webhook;

    private string Target { get; set; } = "";

    private HashSet<AlertKind> Kinds { get; set; } = [.. AlertFilter.Choices];

    private Confidence LeastConfidence { get; set; } = Confidence.Low;

    private long LeastPeople { get; set; } = 1;

    private int LeastDrop { get; set; } = AlertFilter.UsualDrop;

    private TimeOnly? From { get; set; }

    private TimeOnly? Until { get; set; }

    private string Zone { get; set; } = "UTC";

    private string? Problem { get; set; }

    protected override void OnParametersSet()
    {
        if (Row is not { } row || _filled == row.Id)
        {
            return;
        }
        (_filled, Name, Kind, Target, Zone) = (row.Id, row.Name, row.Kind, row.Target, row.QuietZone ?? "UTC");
        Kinds = [.. row.Kinds.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<AlertKind>)];
        (LeastConfidence, LeastPeople, LeastDrop) = (row.LeastConfidence, row.LeastPeople, row.LeastDrop);
        (From, Until) = (Time(row.QuietFrom), Time(row.QuietUntil));
    }

    private void Choose(AlertKind kind, bool chosen) => _ = chosen ? Kinds.Add(kind) : Kinds.Remove(kind);

    private async Task SaveAsync()
    {
        var filter = new AlertFilter(Kinds, LeastConfidence, LeastPeople) { LeastDrop = LeastDrop };
        Problem = await Save(Row?.Id, new AlertDraft(Name, Kind, Target, filter, From, Until, Zone.Trim()));
        if (Problem is null && Row is null)
        {
            (Name, Target) = ("", "");
        }
    }

    private static TimeOnly? Time(int? minutes) => minutes is { } set ? TimeOnly.FromTimeSpan(TimeSpan.FromMinutes(set)) : null;
}
