using System.Globalization;
using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.RetryBatches;
using BounceBoard.TestKit.Builders;

namespace BounceBoard.TestKit.Storage;

/// <summary>Puts a batch into the database as it stands at some moment, without the way that leads there.</summary>
public sealed class StoredRetry(Database database, TenantId tenant, IncidentRow incident, DateTimeOffset now)
{
    /// <summary>What the plan's hash is in every stored batch.</summary>
    public static readonly string PlanHash = new('9', 64);

    /// <summary>Address of the first recipient.</summary>
    public string Recipient { get; init; } = "Jane0@example.net";

    /// <summary>Why a halted batch ended.</summary>
    public string Comment { get; init; } = "2 of 3 were refused";

    /// <summary>Who asked; null for the command line.</summary>
    public long? RequestedById { get; init; }

    /// <param name="stages">People of each stage.</param>
    /// <param name="attempts">State of each attempt, in order; those that are not named are planned.</param>
    /// <returns>Id of the batch.</returns>
    public async Task<long> AddAsync(RetryBatchState state, int stage, int[] stages, params AttemptState[] attempts)
    {
        await AddRouteAsync();
        var batch = Batch(stages);
        var rows = stages.SelectMany((people, index) => Enumerable.Repeat(index + 1, people))
            .Select((number, position) => Attempt(batch.Id, number, position, attempts.ElementAtOrDefault(position))).ToList();
        await database.WriteAsync(
            Turn.Of(tenant),
            async transaction =>
            {
                await new RetryBatchWriter().AddAsync(tenant, batch, transaction, default);
                await new RetryAttemptWriter().AddAsync(tenant, rows, transaction, default);
                await new RetryBatchWriter().TryMoveAsync(tenant, batch, Moved(batch, state, stage), transaction, default);
            },
            default);
        return batch.Id;
    }

    private RetryBatchRow Batch(int[] stages) => new()
    {
        Id = RowIds.Next(now),
        Number = 0,
        IncidentId = incident.Id,
        State = RetryBatchState.AwaitingApproval,
        Plan = RetryPlans.Of(incident.Id, stages),
        PlanHash = PlanHash,
        RouteId = 1,
        People = stages.Sum(),
        Stage = 1,
        Stages = stages.Length,
        RequestedAt = now,
        RequestedBy = "asker@example.net",
        RequestedById = RequestedById,
        IdempotencyKey = Guid.NewGuid().ToString("N"),
        ExpiresAt = now.AddDays(1),
    };

    private RetryBatchRow Moved(RetryBatchRow batch, RetryBatchState state, int stage) => batch with
    {
        State = state,
        Stage = stage,
        SendAfter = state == RetryBatchState.Approved ? now.AddSeconds(30) : null,
        ApprovedAt = state == RetryBatchState.Approved ? now : null,
        ApprovedBy = state == RetryBatchState.Approved ? "approver@example.net" : null,
        EndedAt = state is RetryBatchState.Halted or RetryBatchState.Completed or RetryBatchState.Rejected ? now : null,
        EndReason = state == RetryBatchState.Halted ? Comment : null,
    };

    private RetryAttemptRow Attempt(long batch, int stage, int position, AttemptState state) => new()
    {
        Id = RowIds.Next(now),
        BatchId = batch,
        Stage = stage,
        Position = position,
        IncidentId = incident.Id,
        Recipient = position == 0 ? Recipient : string.Create(CultureInfo.InvariantCulture, $"Jane{position}@example.net"),
        RecipientKey = string.Create(CultureInfo.InvariantCulture, $"jane{position}@example.net"),
        Domain = "example.net",
        RefusalId = 1,
        OriginalId = position == 0 ? null : 1,
        Sender = "news@acme.test",
        Pool = "bulk-2",
        State = state,
        MessageId = string.Create(CultureInfo.InvariantCulture, $"{batch}.{position}@acme.test"),
    };

    /// <summary>The route of every stored batch: tested, and for mail of acme.test.</summary>
    public Task AddRouteAsync() => ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"""
        INSERT INTO sending_route (tenant_id, id, name, kind, revision, enabled, host, port, tls, user_name, sender_domains, return_prefix, helo,
            pool_header, dkim_domain, dkim_selector, webhook, rate_per_minute, per_day, test_mailbox, tested_revision, test_passed, created_at)
        VALUES ({tenant.Value}, 1, 'bulk-2', 'Submission', 4, TRUE, 'relay.example.net', 587, 'StartTls', '', 'acme.test', 'bounces', '', '', '', '',
            '', 10, 500, '', 4, TRUE, 0)
        ON CONFLICT DO NOTHING
        """));

    /// <summary>Somebody changes the route and tests it again.</summary>
    public Task ChangeRouteAsync() => ExecuteAsync(string.Create(
        CultureInfo.InvariantCulture, $"UPDATE sending_route SET revision = 5, tested_revision = 5 WHERE tenant_id = {tenant.Value} AND id = 1"));

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await database.OpenAsync(default);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
