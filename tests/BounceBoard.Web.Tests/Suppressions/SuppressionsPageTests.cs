using BounceBoard.Core.Suppressions;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Suppressions;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Suppressions;
using BounceBoard.Web.Suppressions;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Xunit;

namespace BounceBoard.Web.Tests.Suppressions;

public sealed class SuppressionsPageTests : IAsyncDisposable
{
    private readonly PageHouse _house = new();

    [Fact]
    public async Task Page_NobodyIsSuppressed_SaysWhatFillsIt()
    {
        var page = _house.Page<SuppressionsPage>(await _house.TenantAsync("acme"));
        Assert.Equal("Nobody is suppressed", page.Find(".empty h2").TextContent);
        Assert.Empty(page.FindAll(".page-actions a"));
    }

    [Fact]
    public async Task Page_Viewer_SeesMaskedAndCanNothing()
    {
        var tenant = await _house.TenantAsync("acme", TenantRole.Viewer);
        await AddAsync(tenant, "jane@example.net", SuppressionReason.Manual, "asked by jane@example.net");
        _house.Get<NavigationManager>().NavigateTo("/t/acme/suppressions?q=nobody");
        var page = _house.Page<SuppressionsPage>(tenant);
        Assert.DoesNotContain("jane", page.Markup, StringComparison.Ordinal);
        Assert.Contains("j***@example.net", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("input[type=checkbox].tick, details, .page-actions a, input[type=search]"));
    }

    [Fact]
    public async Task Add_OneAddress_StandsInTheList()
    {
        var page = _house.Page<SuppressionsPage>(await _house.TenantAsync("acme"));
        page.Find("#suppress-address").Change("Jane@example.net");
        await page.Find("details form").SubmitAsync();
        Assert.Equal("Jane@example.net", page.Find("table.data tbody .mono").TextContent);
        Assert.Contains("Export 1 address as CSV", page.Find(".page-actions a").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Release_ChosenRows_SaysTheNumberAndAsksWhy()
    {
        var tenant = await _house.TenantAsync("acme");
        await AddAsync(tenant, "one@example.net", SuppressionReason.Manual);
        await AddAsync(tenant, "two@example.net", SuppressionReason.Manual);
        await AddAsync(tenant, "never@example.net", SuppressionReason.Complaint);
        var page = _house.Page<SuppressionsPage>(tenant);
        page.Find("thead input.tick").Change(true);
        Assert.Equal("Release 2 addresses", page.Find("form.inline button[type=submit]").TextContent);
        Assert.Contains("1 address by the recipient's own word", page.Find("form.inline .muted").TextContent, StringComparison.Ordinal);
        await page.Find("form.inline").SubmitAsync();
        Assert.Contains("Say why", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        page.Find("#release-note").Change("wrong list");
        await page.Find("form.inline").SubmitAsync();
        Assert.Equal(["never@example.net"], page.FindAll("table.data tbody .mono").Select(cell => cell.TextContent));
        Assert.Contains("2 addresses released", page.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suggested_WhatTheRulesFound_IsSuppressedWithOneClick()
    {
        var tenant = await _house.TenantAsync("acme");
        await _house.RefuseAsync(tenant, "550 5.1.1 <Jane.Doe@example.net>: User unknown");
        _house.Get<NavigationManager>().NavigateTo("/t/acme/suppressions?state=suggested");
        Assert.Equal("No suppression matches", _house.Page<SuppressionsPage>(tenant).Find(".empty h2").TextContent);
        await using (var connection = await _house.Get<BounceBoard.Storage.Database.Database>().OpenAsync(default))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = """
                INSERT INTO suppression (tenant_id, recipient_key, id, address, domain, state, reason, source, since, added_by, note, rules, refusal_ids)
                SELECT tenant_id, 'jane.doe@example.net', 1, 'Jane.Doe@example.net', 'example.net', 'Suggested', 'BadAddress', 'Rules', 0, 'rules', '', '[]', '[]'
                FROM tenant
                """;
            await command.ExecuteNonQueryAsync();
        }
        var page = _house.Page<SuppressionsPage>(tenant);
        await page.FindAll("button").First(button => button.TextContent == "Suppress 1 address suggested here").ClickAsync(new());
        Assert.Equal(SuppressionState.Held, (await _house.Get<SuppressionReader>().FindAsync(tenant.Tenant.Id, "jane.doe@example.net", default))?.State);
    }

    [Fact]
    public async Task Import_AFile_SaysTheNumbersBeforeItActs()
    {
        var tenant = await _house.TenantAsync("acme", TenantRole.Admin);
        var page = _house.Page<SuppressionsPage>(tenant);
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("email\na@example.net\nb@example.net\nnothing\n", "list.csv"));
        await page.WaitForAssertionAsync(() => Assert.Contains("2 to be added", page.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
        Assert.Contains("Line 4: It does not begin with a mail address.", page.Markup, StringComparison.Ordinal);
        Assert.Equal(0, await _house.Get<SuppressionReader>().CountAsync(tenant.Tenant.Id, SuppressionFilter.All, default));
        await page.FindAll("button").First(button => button.TextContent == "Import 2 addresses").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.Equal(2, page.FindAll("table.data tbody tr").Count), TimeSpan.FromSeconds(10));
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private async Task AddAsync(TenantContext tenant, string address, SuppressionReason reason, string note = "") =>
        Assert.Null((await _house.Get<SuppressionAdministration>().AddAsync(Actor.System, tenant.Tenant.Id, address, reason, note, default)).Problem);
}
