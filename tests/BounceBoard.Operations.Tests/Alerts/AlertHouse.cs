using System.Text;
using System.Text.Json;
using BounceBoard.Core.Alerts;
using BounceBoard.Core.Incidents;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Alerts;
using BounceBoard.Operations.Incidents;
using BounceBoard.Operations.Tests.Evidence;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Alerts;
using BounceBoard.Storage.Engines;
using BounceBoard.TestKit.Evidence;
using BounceBoard.TestKit.Installations;
using BounceBoard.TestKit.Smtp;
using Xunit;

namespace BounceBoard.Operations.Tests.Alerts;

/// <summary>A tenant whose refusals make alerts, a mail server, and a receiver of webhooks.</summary>
internal sealed class AlertHouse : IAsyncDisposable
{
    public const string Hook = "https://hooks.example/bounces";

    private AlertHouse(IntakeHouse house, SmtpSink sink) => (House, Sink) = (house, sink);

    public IntakeHouse House { get; }

    public SmtpSink Sink { get; }

    public AlertAdministration Administration => House.Get<AlertAdministration>();

    public TenantId Tenant => House.Tenant;

    /// <summary>Bodies that the receiver took.</summary>
    public IReadOnlyList<JsonElement> Taken =>
        [.. House.Outside.Posted.Where(post => post.Status is >= 200 and < 300).Select(post => JsonDocument.Parse(post.Body).RootElement)];

    public static async Task<AlertHouse> OpenAsync(string ownerMail = "")
    {
        var sink = new SmtpSink();
        var settings = new Dictionary<string, string?>(sink.Settings) { ["Web:PublicUrl"] = "https://bounces.example", ["Alerts:OwnerMail"] = ownerMail };
        return new AlertHouse(await IntakeHouse.OpenAsync(settings), sink);
    }

    public static AlertDraft Draft(AlertDestinationKind kind, string name, TimeOnly? from = null, TimeOnly? until = null) => new(
        name, kind, kind == AlertDestinationKind.Mail ? "ops@example.net" : Hook, AlertFilter.All, from, until, "UTC");

    public async Task<NewAlertDestination> AddAsync(AlertDestinationKind kind, string name = "ops", TimeOnly? from = null, TimeOnly? until = null) =>
        TestInstallation.Value(await Administration.AddAsync(Actor.System, Tenant, Draft(kind, name, from, until), default));

    /// <summary>So many people are refused by the same server.</summary>
    public async Task RefuseAsync(int people, string prefix = "p")
    {
        var log = new SampleLog();
        for (var person = 0; person < people; person++)
        {
            log.Refused(House.Time.GetUtcNow().AddMinutes(-1), $"{prefix}{person}@example.test", $"{prefix}{person}@sender.test");
        }
        await House.ReceiveAsync(log.ToBytes(), name: "mail.log");
    }

    public Task<int> SendAsync() => House.Get<AlertDesk>().SendDueAsync(default);

    public async Task ResolveAsync()
    {
        var incident = await House.IncidentAsync();
        var now = House.Time.GetUtcNow();
        await House.Database.WriteAsync(
            Turn.Of(Tenant),
            transaction => House.Get<IncidentMoves>().TryMoveAsync(
                Tenant, incident.Id, incident.State, IncidentState.Resolved, now, now, true, transaction, default),
            default);
    }

    public async Task<AlertDestinationRow> RowAsync(long id) =>
        Assert.IsType<AlertDestinationRow>(await House.Get<AlertDestinationReader>().FindAsync(Tenant, id, default));

    public Task<IReadOnlyList<AlertRow>> AlertsAsync() => House.Get<AlertReader>().ListAsync(Tenant, 1000, default);

    public static string Text(byte[] body) => Encoding.UTF8.GetString(body);

    public static IReadOnlyList<string?> Kinds(JsonElement message) =>
        [.. message.GetProperty("alerts").EnumerateArray().Select(alert => alert.GetProperty("kind").GetString())];

    public async ValueTask DisposeAsync()
    {
        await House.DisposeAsync();
        Sink.Dispose();
    }
}
