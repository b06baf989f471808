using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.Users;
using BounceBoard.Storage.Verdicts;

namespace BounceBoard.Web.Incidents;

/// <summary>What people did with one incident.</summary>
/// <param name="Notes">Oldest first; empty for whoever may not see recipients, since a note may name them.</param>
/// <param name="Dismissals">Oldest first; the last one holds while the incident is dismissed.</param>
/// <param name="Overrides">Oldest first; the last one is in force.</param>
/// <param name="MergedInto">The incident that counts for it while it is merged.</param>
/// <param name="MergedHere">Incidents that this one counts for.</param>
/// <param name="Members">To whom it can be given.</param>
public sealed record IncidentWork(
    IReadOnlyList<IncidentNoteRow> Notes,
    IReadOnlyList<DismissalRow> Dismissals,
    IReadOnlyList<VerdictOverrideRow> Overrides,
    IncidentRow? MergedInto,
    IReadOnlyList<IncidentRow> MergedHere,
    IReadOnlyList<MemberRow> Members)
{
    /// <summary>A person's verdict that is in force beside the rules'; null when there is none.</summary>
    public VerdictOverrideRow? Override => Overrides is [.., { Verdict: not null } last] ? last : null;
}
