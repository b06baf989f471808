using System.Globalization;
using System.Text;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations;
using BounceBoard.Operations.Evidence;
using BounceBoard.Operations.Sources;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Sources;
using BounceBoard.Storage.Tenants;
using BounceBoard.TestKit.Dns;
using BounceBoard.TestKit.Hosts;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BounceBoard.Web.Tests;

/// <summary>Pages rendered on the real house below them: a database, a name server in the process, and a clock the test moves.</summary>
public sealed class PageHouse : BunitContext
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bounceboard-pages-").FullName;

    public PageHouse()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["BounceBoard:DataDirectory"] = _folder,
            ["Dns:UseSystem"] = "false",
            ["Dns:UsePublic"] = "false",
            ["Dns:UseAuthoritative"] = "false",
            ["Dns:Resolvers:0:Name"] = "first",
            ["Dns:Resolvers:0:Address"] = "127.0.0.1",
            ["Dns:Resolvers:0:Port"] = Dns.Endpoint.Port.ToString(CultureInfo.InvariantCulture),
        }).Build();
        Services.AddSingleton<TimeProvider>(Time).AddLogging().AddOperations(configuration).AddPages();
        Services.AddOptions<BounceBoard.Web.Hosting.WebOptions>();
        Services.AddScoped<BounceBoard.Web.Layout.PublicLinks>();
    }

    public TestDnsServer Dns { get; } = TestDnsServer.Start(
        "example.net. 300 IN MX 10 mx.example.net.", "mx.example.net. 300 IN A 203.0.113.7",
        "acme.test. 300 IN TXT v=spf1 ip4:192.0.2.0/24 -all", "acme.test. 300 IN MX 10 mx.acme.test.", "mx.acme.test. 300 IN A 192.0.2.25");

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 5, 16, 9, 0, 0, TimeSpan.Zero));

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>A tenant as a person of that role sees it.</summary>
    public async Task<TenantContext> TenantAsync(string slug, TenantRole role = TenantRole.Operator)
    {
        var result = await Get<TenantAdministration>().AddAsync(Actor.System, slug, $"Tenant {slug}", default);
        return result.TryGet(out TenantRow? row)
            ? new TenantContext(row, role, InstallationRole.None)
            : throw new InvalidOperationException(result.Problem);
    }

    /// <summary>Takes text in by the source of the upload page.</summary>
    public async Task<IntakeResult> UploadAsync(TenantContext tenant, string name, string text)
    {
        var source = await Get<SourceReader>().FindByNameAsync(tenant.Tenant.Id, DefaultSources.Upload, default)
            ?? throw new InvalidOperationException("The tenant has no upload source.");
        return await Get<EvidenceIntake>().ReceiveAsync(
            tenant.Tenant.Id, source.Id, name, new MemoryStream(Encoding.UTF8.GetBytes(text)), true, Actor.System, null, default);
    }

    /// <summary>A session in which <paramref name="reply"/> refuses Jane.Doe@example.net.</summary>
    public Task<IntakeResult> RefuseAsync(TenantContext tenant, string reply = "550 5.7.1 <Jane.Doe@example.net>: Relay access denied") =>
        UploadAsync(tenant, "session.txt", string.Join('\n',
            "220 old-mx.example.net ESMTP", "EHLO out1.acme.test", "250 old-mx.example.net", "MAIL FROM:<news@acme.test>", "250 2.1.0 Ok",
            "RCPT TO:<Jane.Doe@example.net>", reply, "QUIT", ""));

    /// <summary>Renders a page as the gate does: with tenant and actor around it.</summary>
    public IRenderedComponent<TPage> Page<TPage>(TenantContext tenant, Action<ComponentParameterCollectionBuilder<TPage>>? more = null)
        where TPage : class, IComponent =>
        Render<TPage>(parameters =>
        {
            parameters.AddCascadingValue(tenant);
            parameters.AddCascadingValue(Actor.System);
            parameters.TryAdd("Slug", tenant.Tenant.Slug);
            more?.Invoke(parameters);
        });

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        Dns.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        TempFolder.Remove(_folder);
    }
}
