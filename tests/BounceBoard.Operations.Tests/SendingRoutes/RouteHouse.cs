using BounceBoard.Core.SendingRoutes;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Domains;
using BounceBoard.Operations.SendingRoutes;
using BounceBoard.Operations.Tests.Evidence;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.SendingRoutes;
using BounceBoard.TestKit.Smtp;
using Xunit;
using static BounceBoard.TestKit.Installations.TestInstallation;

namespace BounceBoard.Operations.Tests.SendingRoutes;

/// <summary>A tenant with the domain example.net, a relay on this machine, and a platform.</summary>
internal sealed class RouteHouse : IAsyncDisposable
{
    public const string Hook = "https://hooks.example/retries";

    private RouteHouse(IntakeHouse house) => House = house;

    public IntakeHouse House { get; }

    public SmtpSink Sink { get; } = new();

    public TenantId Tenant => House.Tenant;

    public SendingRouteAdministration Administration => House.Get<SendingRouteAdministration>();

    public RouteTest Test => House.Get<RouteTest>();

    public SendingRouteDraft Relay => new()
    {
        Name = "relay",
        Kind = SendingRouteKind.Submission,
        Host = "127.0.0.1",
        Port = Sink.Port,
        Tls = SendingTls.None,
        SenderDomains = "example.net",
        TestMailbox = "ops@example.net",
    };

    public static SendingRouteDraft Platform => new() { Name = "platform", Kind = SendingRouteKind.Webhook, Webhook = Hook, SenderDomains = "example.net" };

    public static async Task<RouteHouse> OpenAsync(params (string Key, string Value)[] settings)
    {
        var house = await IntakeHouse.OpenAsync(settings.ToDictionary(pair => pair.Key, pair => (string?)pair.Value));
        Value(await house.Get<DomainAdministration>().AddAsync(Actor.System, house.Tenant, "example.net", [], default));
        return new RouteHouse(house);
    }

    public async Task<SavedSendingRoute> AddAsync(SendingRouteDraft draft) => Value(await Administration.AddAsync(Actor.System, Tenant, draft, default));

    public async Task<string> ProblemAsync(SendingRouteDraft draft) =>
        (await Administration.AddAsync(Actor.System, Tenant, draft, default)).Problem ?? "none";

    public async Task<SendingRouteRow> RowAsync(long id) =>
        Assert.IsType<SendingRouteRow>(await House.Get<SendingRouteReader>().FindAsync(Tenant, id, default));

    public async ValueTask DisposeAsync()
    {
        await House.DisposeAsync();
        Sink.Dispose();
    }
}
