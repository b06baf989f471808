using System.Net;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Users;
using Xunit;

namespace BounceBoard.Web.Tests.Hosting;

public sealed class TenantGateTests(WebHost host) : IClassFixture<WebHost>
{
    [Fact]
    public async Task TenantPages_ForAForeigner_AreNotFoundAndSayNothing()
    {
        await host.TenantAsync("canary-b");
        var own = await host.TenantAsync("own-a");
        var admin = await host.PersonAsync("admin-a", InstallationRole.None);
        WebHost.Value(await host.Get<UserAdministration>().AddAsync(Actor.System, own, admin.Name, "admin-a", TenantRole.Admin, default));
        var client = await host.SignedInAsync(admin.Name);

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/t/own-a/settings/people")).StatusCode);
        foreach (var path in (string[])["settings/tenant", "settings/people", "settings/routes", "settings/sending", "settings/sources", "settings/alerts", "settings/tokens", "audit"])
        {
            var (foreign, missing) = (await client.GetAsync($"/t/canary-b/{path}"), await client.GetAsync($"/t/no-such/{path}"));
            Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
            Assert.DoesNotContain("canary-b", await foreign.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task SettingsPages_WithoutTheRight_AreNotFound()
    {
        var tenant = await host.TenantAsync("viewed");
        var viewer = await host.PersonAsync("viewer", InstallationRole.None);
        WebHost.Value(await host.Get<UserAdministration>().AddAsync(Actor.System, tenant, viewer.Name, "viewer", TenantRole.Viewer, default));
        var client = await host.SignedInAsync(viewer.Name);

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/t/viewed/settings/people")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/t/viewed/audit")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/users")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/tenants/new")).StatusCode);
    }

    [Fact]
    public async Task AnyPage_AfterThePersonIsDisabled_LeadsToSignIn()
    {
        var person = await host.PersonAsync("leaver", InstallationRole.Technician);
        var client = await host.SignedInAsync(person.Name);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/msp")).StatusCode);

        WebHost.Value(await host.Get<InstallationUsers>().DisableAsync(Actor.System, person.UserId ?? 0, default));

        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/msp")).StatusCode);
    }
}
