using System.Text;
using System.Text.Json;
using BounceBoard.Core.Suppressions;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Suppressions;
using BounceBoard.Operations.Users;
using BounceBoard.Web.Tests.Hosting;
using Xunit;

namespace BounceBoard.Web.Tests.Suppressions;

public sealed class SuppressionExportTests(WebHost host) : IClassFixture<WebHost>
{
    private static readonly string[] Evil = ["=cmd|'/C'!A0@example.net", "+1@example.net", "-1@example.net", "'x@example.net"];

    [Fact]
    public async Task Csv_OfAnyAddress_HoldsNoFormulaAndComesBackWhole()
    {
        var (tenant, other) = (await host.TenantAsync("export"), await host.TenantAsync("import"));
        foreach (var address in Evil)
        {
            WebHost.Value(await host.Get<SuppressionAdministration>().AddAsync(Actor.System, tenant, address, SuppressionReason.Manual, "@SUM(1)\r\n=1", default));
        }
        await host.PersonAsync("exporter", InstallationRole.Owner);
        var client = await host.SignedInAsync("exporter@msp.example");

        var csv = await client.GetStringAsync("/t/export/suppressions/export?format=csv");
        var json = JsonSerializer.Deserialize<JsonElement>(await client.GetStringAsync("/t/export/suppressions/export?format=json&q=%2B1"));
        var back = WebHost.Value(await host.Get<SuppressionImport>().ImportAsync(
            Actor.System, other, "back", new MemoryStream(Encoding.UTF8.GetBytes(csv)), default));

        Assert.DoesNotMatch("(?m)(^|,)\"[=+@\t\r-]", csv);
        Assert.Equal((Evil.Length, 0), (back.Added, back.Refused));
        Assert.Equal("+1@example.net", Assert.Single(json.EnumerateArray()).GetProperty("address").GetString());
        Assert.Equal("[]", (await client.GetStringAsync("/t/export/suppressions/export?format=json&state=suggested")).Trim());
    }
}
