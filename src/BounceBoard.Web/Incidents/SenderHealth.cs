using BounceBoard.Core.Domains.Health;
using BounceBoard.Core.Verdicts;
using BounceBoard.Operations.Domains.Exams;

namespace BounceBoard.Web.Incidents;

/// <summary>The health of the sender's domain when a bounce came.</summary>
/// <param name="Domain">The tenant's domain, which the envelope sender is of or below.</param>
/// <param name="At">When the bounce came.</param>
/// <param name="Then">Null when the domain was not examined before.</param>
public sealed record SenderHealth(string Domain, DateTimeOffset At, HealthThen? Then)
{
    // What a receiver may refuse mail for; the rest of a score concerns the mail that the domain takes.
    private static readonly CheckArea[] Refusable = [CheckArea.Spf, CheckArea.Dkim, CheckArea.Dmarc, CheckArea.Sending, CheckArea.Blocklists];

    /// <summary>How the refused mail itself stood with the records of then; null when the domain was not examined before.</summary>
    public SentThen? Sent { get; init; }

    /// <summary>Faults for which receivers refuse mail.</summary>
    public IReadOnlyList<HealthCheck> Faults =>
        [.. Then?.Health.Checks.Where(check => check.State == CheckState.Fail && Refusable.Contains(check.Area)) ?? []];

    /// <summary>Whether the domain's health explains the refusal, as a sentence; nothing is said beyond what is known.</summary>
    public string Bearing(Cause? cause) => (cause, Faults.Count + (Sent?.IsFaulty == true ? 1 : 0)) switch
    {
        (Cause.WrongMx or Cause.PinnedRoute, _) => "Not the cause: the mail went to a server that is no MX of the recipient.",
        (Cause.BadAddress, _) => "Not the cause: the recipient's address was refused.",
        (Cause.ReceiverIncident or Cause.ReceiverMisconfigured, _) => "Not the cause: the fault is at the receiver.",
        (Cause.RelayPolicy or Cause.OtherPolicy or Cause.Undetermined or null, 0) => "It shows no fault for which receivers refuse mail, so it is probably not the cause.",
        (Cause.RelayPolicy or Cause.OtherPolicy or Cause.Undetermined or null, _) => "Receivers refuse mail for such faults; they may be the cause.",
    };
}
