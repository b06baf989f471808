using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.SendingRoutes;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Evidence;
using BounceBoard.Operations.RetryBatches;
using BounceBoard.Operations.Sources;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.RetryBatches;
using BounceBoard.Storage.SendingRoutes;
using BounceBoard.Storage.Sources;
using BounceBoard.TestKit.Evidence;
using Microsoft.Extensions.DependencyInjection;

namespace BounceBoard.TestKit.Retries;

/// <summary>An approved batch as planning would have stored it, over refusals that a log told of; a test departs from it with <c>with</c>.</summary>
public sealed record PlannedBatch
{
    public SendingRouteKind Kind { get; init; } = SendingRouteKind.Submission;

    /// <summary>Of the tenant's relay on this machine.</summary>
    public int Port { get; init; }

    /// <summary>People of each stage.</summary>
    public IReadOnlyList<int> Stages { get; init; } = [5];

    /// <summary>How many of each stage may be lost.</summary>
    public int MayLose { get; init; }

    public bool ApproveEachStage { get; init; }

    public int RatePerMinute { get; init; } = 6000;

    public RetryLimits Limits { get; init; } = new()
    {
        RatePerMinute = 6000,
        PerPerson = 3,
        PerPersonDays = 7,
        PerDomainDay = 500,
        PerDay = 2000,
        ObserveMinutes = 60,
        ApprovalMinutes = 1440,
        ApproveEachStage = false,
    };

    public string RouteName { get; init; } = "relay";

    public int RoutePerDay { get; init; } = 2000;

    /// <summary>The number in addresses from which people are counted, so that two batches have different people.</summary>
    public int First { get; init; } = 1;

    public string Domain { get; init; } = "example.test";

    public string RefusingIp { get; init; } = "198.51.100.7";

    /// <summary>What of the route is otherwise.</summary>
    public Func<SendingRouteRow, SendingRouteRow> WithRoute { get; init; } = route => route;

    /// <summary>Evidence that is to hold the original of every mail; null: the test message goes out.</summary>
    public long? OriginalId { get; init; }

    /// <summary>Address of the person in this place, 0 and up.</summary>
    public string Recipient(int place) => $"P{First + place}@{Domain}";

    /// <summary>Stores refusals, route, batch and attempts.</summary>
    /// <returns>Id of the batch.</returns>
    public async Task<long> StoreAsync(IServiceProvider services, TenantId tenant, DateTimeOffset now)
    {
        // As a host does when it starts, before there is any batch.
        await services.GetRequiredService<SendingIdentity>().EnsureAsync(default);
        var people = Stages.Sum();
        var log = new SampleLog();
        for (var i = 0; i < people; i++)
        {
            log.Refused(now.AddHours(-2).AddSeconds(i), Recipient(i), $"m{First + i}@sender.test", $"mx1.{Domain}[{RefusingIp}]:25");
        }
        var sources = await services.GetRequiredService<SourceReader>().ListAsync(tenant, default);
        var source = sources.FirstOrDefault(one => one.Name == DefaultSources.Cli) ?? sources[0];
        await services.GetRequiredService<EvidenceIntake>()
            .ReceiveAsync(tenant, source.Id, "mail.log", new MemoryStream(log.ToBytes()), true, Actor.System, null, default);
        var incident = (await services.GetRequiredService<IncidentReader>().ListAsync(tenant, IncidentFilter.All, default))[0];
        var refusals = await services.GetRequiredService<RefusalReader>().ListByIncidentAsync(tenant, incident.Id, 20_000, null, default);
        var byPerson = refusals.DistinctBy(row => row.RecipientKey).ToDictionary(row => row.RecipientKey);
        var (route, batch) = (WithRoute(Route(now)), RowIds.Next(now));
        var plan = Plan(incident.Id, route, people);
        var attempts = Attempts(batch, incident.Id, key => byPerson[key], now);
        await services.GetRequiredService<Database>().WriteAsync(
            Turn.Of(tenant),
            async transaction =>
            {
                await services.GetRequiredService<SendingRouteWriter>().AddAsync(tenant, route, transaction, default);
                var (row, approved) = (Row(batch, incident.Id, route, plan, now, RetryBatchState.AwaitingApproval), Row(batch, incident.Id, route, plan, now, RetryBatchState.Approved));
                var writer = services.GetRequiredService<RetryBatchWriter>();
                await writer.AddAsync(tenant, row, transaction, default);
                await services.GetRequiredService<RetryAttemptWriter>().AddAsync(tenant, attempts, transaction, default);
                await writer.TryMoveAsync(tenant, row, approved, transaction, default);
            },
            default);
        return batch;
    }

    private SendingRouteRow Route(DateTimeOffset now) => new()
    {
        Id = RowIds.Next(now),
        Name = $"{RouteName} {First}",
        Kind = Kind,
        Revision = 1,
        Enabled = true,
        Host = "127.0.0.1",
        Port = Port,
        Tls = SendingTls.None,
        SenderDomains = "sender.test",
        ReturnPrefix = "retry",
        Helo = "house.sender.test",
        RatePerMinute = RatePerMinute,
        PerDay = RoutePerDay,
        CreatedAt = now,
    };

    private RetryPlan Plan(long incident, SendingRouteRow route, int people) => new()
    {
        IncidentId = incident,
        CohortHash = new string('0', 64),
        People = people,
        LeftOut = [],
        Stages = [.. Stages.Select((size, index) => new RetryStage(index + 1, size, index == 0, Math.Max(0, size - MayLose)))],
        Route = new PlannedRoute(route.Id, route.Name, route.Kind, route.Revision, "127.0.0.1", true),
        Limits = Limits with { RatePerMinute = RatePerMinute, ApproveEachStage = ApproveEachStage },
        Guards = [],
        Originals = 0,
        PathDiffers = [],
        Forecast = new RetryForecast(people, 0.05, 0.05, MayLose, people),
    };

    private List<RetryAttemptRow> Attempts(long batch, long incident, Func<string, RefusalRow> refusalOf, DateTimeOffset now)
    {
        var attempts = new List<RetryAttemptRow>();
        for (var (stage, place) = (0, 0); stage < Stages.Count; stage++)
        {
            for (var position = 1; position <= Stages[stage]; position++, place++)
            {
                var (recipient, id) = (Recipient(place), RowIds.Next(now));
                var key = recipient.ToLowerInvariant();
                attempts.Add(new RetryAttemptRow
                {
                    Id = id,
                    BatchId = batch,
                    Stage = stage + 1,
                    Position = position,
                    IncidentId = incident,
                    Recipient = recipient,
                    RecipientKey = key,
                    Domain = Domain,
                    RefusalId = refusalOf(key).Id,
                    OriginalId = OriginalId,
                    Sender = "news@sender.test",
                    State = AttemptState.Planned,
                    MessageId = $"{id:x}@sender.test",
                });
            }
        }
        return attempts;
    }

    private RetryBatchRow Row(long id, long incident, SendingRouteRow route, RetryPlan plan, DateTimeOffset now, RetryBatchState state) => new()
    {
        Id = id,
        Number = 0,
        IncidentId = incident,
        State = state,
        Plan = plan,
        PlanHash = new string('0', 64),
        RouteId = route.Id,
        People = plan.People,
        Stage = 1,
        Stages = Stages.Count,
        RequestedAt = now,
        RequestedBy = "user@example.net",
        IdempotencyKey = $"{id}",
        ApprovedAt = now,
        ApprovedBy = "owner@example.net",
        SendAfter = now,
        ExpiresAt = now.AddDays(1),
        DueAt = now,
    };
}
