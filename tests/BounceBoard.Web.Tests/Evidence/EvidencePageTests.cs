using BounceBoard.Core.Tenants;
using BounceBoard.Web.Evidence;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Xunit;

namespace BounceBoard.Web.Tests.Evidence;

public sealed class EvidencePageTests : IAsyncDisposable
{
    private readonly PageHouse _house = new();

    [Fact]
    public async Task Page_NothingCameIn_SaysSo()
    {
        var page = _house.Page<EvidencePage>(await _house.TenantAsync("acme"));
        Assert.Equal("No evidence yet", page.Find(".empty h2").TextContent);
        Assert.Equal(["0", "0", "0", "0"], page.FindAll(".equation dd").Select(cell => cell.TextContent));
    }

    [Fact]
    public async Task Page_AfterIntake_TheBookAddsUp()
    {
        var tenant = await _house.TenantAsync("acme");
        await _house.RefuseAsync(tenant);
        await _house.RefuseAsync(tenant);
        await _house.UploadAsync(tenant, "junk.bin", "\0\u0001\u0002junk");
        var page = _house.Page<EvidencePage>(tenant);
        Assert.Equal(["3", "1", "1", "1"], page.FindAll(".equation dd").Select(cell => cell.TextContent));
        Assert.Equal(2, page.FindAll("table.data tbody tr").Count);
    }

    [Fact]
    public async Task Page_Viewer_CannotUpload() =>
        Assert.Empty(_house.Page<EvidencePage>(await _house.TenantAsync("acme", TenantRole.Viewer)).FindAll("input[type=file], textarea"));

    [Fact]
    public async Task Page_StateOfTheAddress_FiltersTheList()
    {
        var tenant = await _house.TenantAsync("acme");
        await _house.RefuseAsync(tenant);
        _house.Get<NavigationManager>().NavigateTo("/t/acme/evidence?state=quarantined");
        Assert.Equal("No evidence matches", _house.Page<EvidencePage>(tenant).Find(".empty h2").TextContent);
    }

    [Fact]
    public async Task Upload_ABounce_NamesTheIncident()
    {
        var page = _house.Page<EvidencePage>(await _house.TenantAsync("acme", TenantRole.Admin));
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(
            "220 mx.example.net\nEHLO a.test\n250 ok\nMAIL FROM:<a@acme.test>\n250 ok\nRCPT TO:<bob@example.net>\n550 5.7.1 Relay access denied\nQUIT\n", "bounce.txt"));
        await page.WaitForAssertionAsync(
            () => Assert.Equal("/t/acme/incidents/1", page.Find("tr.sum a").GetAttribute("href")), TimeSpan.FromSeconds(10));
        Assert.Contains("1 received = 1 stored", page.Find("tr.sum").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Detail_OfAnotherTenant_IsNotFound()
    {
        var result = await _house.RefuseAsync(await _house.TenantAsync("acme"));
        var isNotFound = false;
        _house.Get<NavigationManager>().OnNotFound += (_, _) => isNotFound = true;
        _house.Page<EvidenceDetailPage>(await _house.TenantAsync("other"), page => page.Add(detail => detail.Id, result.Items[0].EvidenceId));
        Assert.True(isNotFound);
    }

    [Fact]
    public async Task Detail_OfATranscript_ShowsItsRefusalAndItsText()
    {
        var tenant = await _house.TenantAsync("acme");
        var result = await _house.RefuseAsync(tenant);
        var page = _house.Page<EvidenceDetailPage>(tenant, detail => detail.Add(value => value.Id, result.Items[0].EvidenceId));
        Assert.Contains("RCPT TO:<Jane.Doe@example.net>", page.Find("pre.raw").TextContent, StringComparison.Ordinal);
        Assert.Single(page.FindAll("table.refusals tbody tr"));
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();
}
