using BounceBoard.Core.SendingRoutes;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Domains;
using BounceBoard.Operations.RetryBatches;
using BounceBoard.Operations.Tests.Evidence;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.RetryBatches;
using BounceBoard.Storage.SendingRoutes;
using BounceBoard.TestKit.Evidence;
using static BounceBoard.TestKit.Installations.TestInstallation;

namespace BounceBoard.Operations.Tests.RetryBatches;

/// <summary>A tenant with one incident, a tested route, somebody who asks and somebody who approves.</summary>
internal sealed class RetryHouse : IAsyncDisposable
{
    private readonly IntakeHouse _house;

    private RetryHouse(IntakeHouse house) => _house = house;

    public IntakeHouse Intake => _house;

    public TenantId Tenant => _house.Tenant;

    public Actor Requester { get; private set; } = Actor.System;

    public Actor Approver { get; private set; } = Actor.System;

    public long Incident { get; private set; }

    public SendingRouteRow Route { get; private set; } = NewRoute(1);

    public DateTimeOffset Now => _house.Time.GetUtcNow();

    public RetryRequest Whole => new() { RouteId = Route.Id, Scope = RetryScope.Whole };

    public static async Task<RetryHouse> OpenAsync(int people = 20)
    {
        var house = new RetryHouse(await IntakeHouse.OpenAsync());
        Value(await house.Get<DomainAdministration>().AddAsync(Actor.System, house.Tenant, "sender.test", [], default));
        house.Requester = await house.MemberAsync("operator", TenantRole.Operator);
        house.Approver = await house.MemberAsync("approver", TenantRole.Approver);
        await house.RefuseAsync(Enumerable.Range(1, people).Select(number => $"Person{number}@example.test"));
        house.Incident = (await house._house.IncidentAsync()).Id;
        await house.AddRouteAsync(NewRoute(RowIds.Next(house.Now)));
        return house;
    }

    public T Get<T>() where T : notnull => _house.Get<T>();

    /// <summary>What a log of the tenant's own server tells.</summary>
    public Task RefuseAsync(IEnumerable<string> recipients, int minutesAgo = 120)
    {
        var log = new SampleLog();
        foreach (var (recipient, index) in recipients.Select((recipient, index) => (recipient, index)))
        {
            log.Refused(Now.AddMinutes(-minutesAgo).AddSeconds(index), recipient, $"{Guid.NewGuid():N}@sender.test", "mx1.example.test[198.51.100.7]:25");
        }
        return _house.ReceiveAsync(log.ToBytes(), name: "mail.log");
    }

    public async Task AddRouteAsync(SendingRouteRow route)
    {
        await WriteAsync(async transaction =>
        {
            await Get<SendingRouteWriter>().AddAsync(Tenant, route, transaction, default);
            await Get<SendingRouteWriter>().TestedAsync(Tenant, route.Id, 1, true, "250 OK", Now, transaction, default);
        });
        Route = await Get<SendingRouteReader>().FindAsync(Tenant, route.Id, default) ?? throw new InvalidOperationException("No route.");
    }

    public static SendingRouteRow NewRoute(long id) => new()
    {
        Id = id,
        Name = $"relay {id}",
        Kind = SendingRouteKind.Submission,
        Revision = 1,
        Enabled = true,
        Host = "relay.sender.test",
        Port = 587,
        Tls = SendingTls.StartTls,
        SenderDomains = "sender.test",
        ReturnPrefix = "retry",
        RatePerMinute = 30,
        PerDay = 1000,
        CreatedAt = DateTimeOffset.UnixEpoch,
    };

    public Task WriteAsync(Func<System.Data.Common.DbTransaction, Task> work) => _house.Database.WriteAsync(Turn.Of(Tenant), work, default);

    public async Task<RetryDraft> PreviewAsync(RetryRequest? request = null) =>
        Value(await Get<RetryPlanning>().PreviewAsync(Requester, Tenant, Incident, request ?? Whole, default));

    public async Task<RetryBatchRow> RequestAsync(RetryRequest? request = null, Actor? by = null, string key = "key")
    {
        var draft = await PreviewAsync(request);
        var id = Value(await Get<RetryRequesting>().RequestAsync(by ?? Requester, Tenant, Incident, request ?? Whole, draft.PlanHash, key, "please", default));
        return await BatchAsync(id);
    }

    public async Task<RetryBatchRow> BatchAsync(long id) =>
        await Get<RetryBatchReader>().FindAsync(Tenant, id, default) ?? throw new InvalidOperationException("No batch.");

    public Task<OperationResult<DateTimeOffset>> ApproveAsync(RetryBatchRow batch, Actor? by = null, int? typed = null) => Get<RetryDeciding>().ApproveAsync(
        by ?? Approver, Tenant, batch.Id, new RetryApproval(batch.PlanHash, batch.Stage, typed ?? batch.Plan.Stages[batch.Stage - 1].People, "go"), default);

    public Task SettingAsync(RetrySettingRow setting) => WriteAsync(transaction => Get<RetrySettingWriter>().SaveAsync(Tenant, setting, transaction, default));

    public async Task<Actor> MemberAsync(string name, TenantRole role)
    {
        var email = $"{name}@example.net";
        var invited = Value(await Get<InstallationUsers>().AddAsync(Actor.System, email, name, InstallationRole.None, false, default));
        Value(await Get<OneTimeLinks>().RedeemAsync(invited.Token!, Password, default));
        Value(await Get<UserAdministration>().AddAsync(Actor.System, Tenant, email, name, role, default));
        return Actor.Person(invited.UserId, email);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();
}
