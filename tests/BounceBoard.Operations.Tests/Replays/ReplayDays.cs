using BounceBoard.Core.Bounces;
using BounceBoard.Core.Suppressions;
using BounceBoard.Core.Verdicts;
using BounceBoard.Operations.Suppressions;
using BounceBoard.Operations.Tests.Evidence;
using BounceBoard.Operations.Users;
using BounceBoard.Operations.Wordings;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Verdicts;
using BounceBoard.TestKit.Evidence;
using Xunit;

namespace BounceBoard.Operations.Tests.Replays;

/// <summary>Short ways to a past that other rules judged.</summary>
internal static class ReplayDays
{
    /// <summary>A rule that is none of today's.</summary>
    public const string OldRule = "rule-of-the-old-days";

    public static SampleDsn DeadMailbox { get; } = new()
    {
        Recipient = "gone@example.test",
        MessageId = "gone@sender.test",
        Status = "5.1.1",
        Reply = "550 5.1.1 <gone@example.test>: Recipient address rejected: User unknown",
    };

    public static async Task<IntakeHouse> OpenAsync(SuppressionMode mode)
    {
        var house = await IntakeHouse.OpenAsync();
        Assert.Null((await house.Get<SuppressionModes>().SetAsync(Actor.System, house.Tenant, mode, default)).Problem);
        return house;
    }

    /// <summary>Has the verdict of the one incident be that of other rules, decided now.</summary>
    public static async Task SayAsync(IntakeHouse house, Verdict verdict)
    {
        var incident = await house.IncidentAsync();
        var now = house.Time.GetUtcNow();
        var current = await house.Verdicts.CurrentAsync(house.Tenant, incident.Id, default) ?? throw new InvalidOperationException("It has no verdict.");
        var finding = current.Finding with { Verdict = verdict, Confidence = Confidence.Low, Cause = Cause.ReceiverIncident, Reasons = [new Reason(OldRule, true, "It was said so.")] };
        var row = new VerdictRow
        {
            Id = RowIds.Next(now),
            IncidentId = incident.Id,
            DecidedAt = now,
            Verdict = finding.Verdict,
            Confidence = finding.Confidence,
            Cause = finding.Cause,
            SubCause = finding.SubCause,
            Relation = finding.Relation,
            Finding = finding,
            EvidenceIds = current.EvidenceIds,
            ObservationIds = current.ObservationIds,
            Fingerprint = $"old {verdict} {now:O}",
        };
        Assert.True(await house.Database.WriteAsync(transaction => house.Get<VerdictWriter>().AppendIfNewAsync(house.Tenant, row, transaction, default), default));
    }

    /// <summary>A rule of the tenant by which the wording tells nothing of the mailbox, applied to what is stored.</summary>
    public static async Task MeansAsync(IntakeHouse house, string wording)
    {
        var saved = await house.Get<RuleAdministration>().SaveAsync(
            Actor.System, house.Tenant, null, new RuleDraft(wording, "", "", "", BounceCategory.PolicyViolation, ""), default);
        Assert.True(saved.TryGet(out var rule), saved.Problem);
        Assert.Null((await house.Get<RuleApplication>().ApplyAsync(Actor.System, house.Tenant, rule.Id, default)).Problem);
    }
}
