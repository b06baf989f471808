using System.Net;
using System.Text;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Evidence;
using BounceBoard.Core.Incidents;
using BounceBoard.Core.Sources;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Evidence;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.Sources;
using BounceBoard.Storage.Tenants;
using BounceBoard.TestKit.Storage;

namespace BounceBoard.Storage.Tests;

/// <summary>A real database with two tenants, each with source 1, and short ways to put facts in.</summary>
public sealed class StoredFacts : IDisposable
{
    public static readonly DateTimeOffset T0 = new(2026, 5, 16, 7, 0, 0, TimeSpan.Zero);
    public static readonly TenantId One = new(1);
    public static readonly TenantId Two = new(2);
    private readonly TempDatabase _temp = new();

    public Database.Database Database => _temp.Database;

    public static async Task<StoredFacts> NewAsync()
    {
        var facts = new StoredFacts();
        await facts.Database.WriteAsync(
            async transaction =>
            {
                foreach (var (id, slug) in ((TenantId, string)[])[(One, "one"), (Two, "two")])
                {
                    await new TenantWriter().AddAsync(
                        new TenantRow { Id = id, Slug = slug, Name = slug, State = TenantState.Active, IsDemo = false, CreatedAt = T0 }, transaction, default);
                    await new SourceWriter().AddAsync(
                        id, new SourceRow { TenantId = id, Id = 1, Name = "upload", Kind = SourceKind.Upload, Folder = null, CreatedAt = T0 }, transaction, default);
                }
            },
            default);
        return facts;
    }

    public static NewEvidence Item(string text, string name = "a.eml", string? quarantine = null, string? stream = null, int ordinal = 0) => new(
        1, name, EvidenceKind.Mail, PackedContent.Of(Encoding.UTF8.GetBytes(text)), stream, ordinal, true, T0, quarantine);

    public Task<StoredEvidence> ReceiveAsync(NewEvidence item, TenantId? tenant = null) =>
        Database.WriteAsync(transaction => new EvidenceWriter().ReceiveAsync(tenant ?? One, item, transaction, default), default);

    public Task<long> OpenAsync(string scope = "example.net", RefusalFamily family = RefusalFamily.Relay, TenantId? tenant = null) =>
        Database.WriteAsync(
            async transaction =>
            {
                var fingerprint = new IncidentFingerprint(family, IncidentScope.RecipientDomain, scope);
                var incident = new NewIncident(RowIds.Next(T0), fingerprint, $"{scope} refuses", T0);
                await new IncidentWriter().OpenAsync(tenant ?? One, [incident], T0, transaction, default);
                return incident.Id;
            },
            default);

    public Task CountAsync(long incident, string person, DateTimeOffset at, string domain = "example.net") =>
        Database.WriteAsync(
            transaction => new IncidentCountWriter().AddAsync(One, [new NewRefusal(incident, person, domain, at)], at, transaction, default), default);

    public Task RefuseAsync(params RefusalRow[] rows) =>
        Database.WriteAsync(transaction => new RefusalWriter().AddAsync(One, rows, transaction, default), default);

    public static RefusalRow Refusal(long id, long incident, string person = "ann@example.net", int minute = 0, string? foldKey = null) => new()
    {
        Id = id,
        FoldKey = foldKey ?? $"fold-{id}",
        IncidentId = incident,
        Recipient = person,
        RecipientKey = person.ToLowerInvariant(),
        RecipientDomain = "example.net",
        UpperCase = person.Any(char.IsUpper),
        Action = "failed",
        Status = "5.7.1",
        ReplyCode = 554,
        Derived = ReportFields.Pool | ReportFields.Sender,
        ReplyText = "relay access denied \u2014 \u00fcber\0hidden",
        Stage = SmtpStage.RcptTo,
        RemoteIp = IPAddress.Parse("192.0.2.7"),
        RemoteIpSource = FieldSource.Stated,
        Pool = "tx",
        MessageId = $"m{id}@example.test",
        Format = "dsn",
        Category = BounceCategory.RelayDenied,
        Family = RefusalFamily.Relay,
        Permanent = true,
        Verified = true,
        OccurredAt = T0.AddMinutes(minute),
        OccurredSource = FieldSource.Stated,
        IngestedAt = T0.AddHours(1),
    };

    public Task RunAsync(string sql) => Database.RunAsync(sql);

    public void Dispose() => _temp.Dispose();
}
