using BounceBoard.Core.Addresses;
using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.SendingRoutes;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.RetryBatches;
using BounceBoard.Storage.SendingRoutes;

namespace BounceBoard.Operations.RetryBatches;

/// <summary>Makes the plan of a batch without asking anybody: who, what, how, when, at what risk.</summary>
public sealed class RetryPlanning
{
    private readonly PlanTables _tables;
    private readonly CohortReading _cohorts;
    private readonly OriginalSearch _originals;
    private readonly RetryGuardReading _guards;
    private readonly TenantAccess _access;
    private readonly TimeProvider _time;

    internal RetryPlanning(
        PlanTables tables, CohortReading cohorts, OriginalSearch originals, RetryGuardReading guards, TenantAccess access, TimeProvider time) =>
        (_tables, _cohorts, _originals, _guards, _access, _time) = (tables, cohorts, originals, guards, access, time);

    /// <summary>The same incident, route, settings and request give the same hash: the guards and the message ids are not in it.</summary>
    public async Task<OperationResult<RetryDraft>> PreviewAsync(
        Actor actor, TenantId tenant, long incidentId, RetryRequest request, CancellationToken cancellationToken)
    {
        if (await _access.RequireAsync(actor, tenant, TenantAction.RequestRetry, cancellationToken) is AccessDecision.Denied denied)
        {
            return new OperationResult.Refused(denied.Message);
        }
        var (now, setting) = (_time.GetUtcNow(), await _tables.Settings.ReadAsync(tenant, cancellationToken));
        if (RetryLimitsChoice.Problem(request, setting, now) is { } problem)
        {
            return new OperationResult.Refused(problem);
        }
        if (await _tables.Incidents.FindAsync(tenant, incidentId, cancellationToken) is not { MergedInto: null } incident)
        {
            return new OperationResult.Refused("There is no such incident in this tenant, or it was merged into another one. Load the page again.");
        }
        if (await _tables.Routes.FindAsync(tenant, request.RouteId, cancellationToken) is not { } route)
        {
            return new OperationResult.Refused("There is no such sending route in this tenant. Choose another one.");
        }
        var cohort = await _cohorts.ReadAsync(tenant, incident, route, setting, now, cancellationToken);
        return cohort.People.Count == 0
            ? new OperationResult.Refused("Nobody of this incident can be sent to: " + Words(cohort.LeftOut))
            : await PlanAsync(tenant, incident, route, setting, cohort, request, now, cancellationToken);
    }

    private async Task<RetryDraft> PlanAsync(
        TenantId tenant, IncidentRow incident, SendingRouteRow route, RetrySettingRow setting, Cohort cohort, RetryRequest request, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var stages = RetryStages.Of(cohort.People.Count, request.Scope == RetryScope.SampleOnly, request.SampleSize);
        var people = SampleSpread.Order(cohort.People, stages.Where(stage => stage.IsSample).Sum(stage => stage.People), WaysOf).Take(stages.Sum(stage => stage.People)).ToList();
        IReadOnlyDictionary<long, long> originals = route.Kind is SendingRouteKind.Submission or SendingRouteKind.Direct
            ? await _originals.FindAsync(tenant, people, cancellationToken)
            : new Dictionary<long, long>();
        var attempts = Attempts(incident, people, stages, originals);
        var verdict = await _tables.Verdicts.CurrentAsync(tenant, incident.Id, cancellationToken);
        var limits = RetryLimitsChoice.Of(request, setting, route, verdict?.Finding.NotBefore);
        var plan = new RetryPlan
        {
            IncidentId = incident.Id,
            CohortHash = RetryPlanHash.OfCohort(attempts.Select(row => new PlannedAttempt(row.Stage, row.Recipient, row.Sender, row.Pool, row.OriginalId))),
            People = people.Count,
            LeftOut = cohort.LeftOut,
            Stages = stages,
            Route = new PlannedRoute(route.Id, route.Name, route.Kind, route.Revision, RouteGuards.Where(route), route.IsProven),
            Limits = limits,
            Guards = [],
            Originals = originals.Count,
            PathDiffers = PathDifferences.Of(route, people, originals.Count, Math.Max(0, people.Count - OriginalSearch.MostRead)),
            Forecast = RetryForecasts.Of(people.Count, stages, incident.Verdict, incident.Confidence),
        };
        var hash = RetryPlanHash.Of(RetryPlanJson.Write(plan));
        var guards = await _guards.ReadAsync(tenant, incident, route, limits, DomainsOf(attempts), now, cancellationToken);
        return new RetryDraft(plan with { Guards = guards }, hash, attempts);
    }

    /// <summary>Those with most recipients first.</summary>
    internal static IReadOnlyList<string> DomainsOf(IEnumerable<RetryAttemptRow> attempts) =>
    [
        .. attempts.GroupBy(row => row.Domain, StringComparer.Ordinal).OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => group.Key),
    ];

    internal static string Words(IReadOnlyList<LeftOut> leftOut) => leftOut.Count == 0
        ? "it has no refusals in its window."
        : string.Join("; ", leftOut.Select(one => $"{one.People} {one.Reason}")) + ".";

    private static List<string> WaysOf(RetryCandidateRow person) => [person.Domain, person.RemoteIp?.ToString() ?? person.RemoteMta ?? "", person.Pool ?? ""];

    private static List<RetryAttemptRow> Attempts(
        IncidentRow incident, List<RetryCandidateRow> people, IReadOnlyList<RetryStage> stages, IReadOnlyDictionary<long, long> originals)
    {
        var (attempts, next) = (new List<RetryAttemptRow>(people.Count), 0);
        foreach (var stage in stages)
        {
            for (var position = 1; position <= stage.People; position++)
            {
                attempts.Add(Attempt(incident, people[next], stage.Number, position, originals));
                next++;
            }
        }
        return attempts;
    }

    private static RetryAttemptRow Attempt(IncidentRow incident, RetryCandidateRow person, int stage, int position, IReadOnlyDictionary<long, long> originals) => new()
    {
        Id = 0,
        BatchId = 0,
        Stage = stage,
        Position = position,
        IncidentId = incident.Id,
        Recipient = person.Recipient,
        RecipientKey = person.RecipientKey,
        Domain = person.Domain,
        RefusalId = person.RefusalId,
        OriginalId = originals.TryGetValue(person.RefusalId, out var original) ? original : null,
        Sender = person.Sender ?? "",
        Pool = person.Pool,
        State = AttemptState.Planned,
        // Chance, not a counter: nobody else can name it in a report.
        MessageId = $"{Guid.NewGuid():N}@{(EmailAddress.TryParse(person.Sender, out var sender) ? sender.Domain.Value : "localhost")}",
    };
}
