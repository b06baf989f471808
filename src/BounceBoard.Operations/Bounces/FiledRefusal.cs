using BounceBoard.Core.Bounces;
using BounceBoard.Operations.Incidents;
using BounceBoard.Storage.Bounces;

namespace BounceBoard.Operations.Bounces;

/// <summary>A refusal while a batch is filed: one that stands in the table, or one that the batch adds.</summary>
internal sealed class FiledRefusal(RefusalRow row)
{
    private BounceReport? _report;

    public RefusalRow Row { get; private set; } = row;

    /// <summary>What is known of it, as a report.</summary>
    public BounceReport Report => _report ??= RefusalReports.OfRow(Row);

    /// <summary>Completes it with what another report says. The person and the incident stay those of the first: counts were made with them.</summary>
    /// <returns>False when the report says nothing new.</returns>
    public bool Complete(ToldRefusal told)
    {
        var merged = RefusalFold.Merge(Report, told.Report) with { Recipient = Row.Recipient, Format = Row.Format };
        var origin = new RefusalOrigin(Row.Id, Row.FoldKey, Row.IncidentId, Row.Verified || told.Row.Verified, Row.IngestedAt)
        {
            AttemptId = Row.AttemptId ?? told.Row.AttemptId,
        };
        var row = RefusalReports.ToRow(merged, origin) ?? Row;
        if (row == Row)
        {
            return false;
        }

        (Row, _report) = (row, null);
        return true;
    }

    public void JoinIncident(JoinedIncident incident) => Row = Row with { IncidentId = incident.Id, GroupedId = incident.GroupedId };
}
