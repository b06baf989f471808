using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations;
using BounceBoard.Web.Layout;
using BounceBoard.Web.RetryBatches;
using Bunit;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace BounceBoard.Web.Tests.RetryBatches;

public sealed class RetriesPageTests : IAsyncDisposable
{
    private readonly PageHouse _house = new();

    [Fact]
    public async Task Page_NothingThere_SaysWhereARetryBegins()
    {
        var page = _house.Page<RetriesPage>(await _house.TenantAsync("acme"));
        Assert.Equal("Nothing waits for approval", page.Find(".empty h2").TextContent);
        Assert.Contains("begins at an incident", page.Find(".empty p").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OneOfEach_StandsInItsTabWithItsOutcomes()
    {
        var tenant = await _house.TenantAsync("acme");
        await _house.StoreAsync(tenant, RetryBatchState.AwaitingApproval, 2, [3, 2], AttemptState.Accepted, AttemptState.Accepted, AttemptState.Refused);
        await _house.StoreAsync(tenant, RetryBatchState.Halted, 1, [3], AttemptState.Accepted, AttemptState.Refused, AttemptState.InDoubt);
        var page = _house.Page<RetriesPage>(tenant);
        Assert.Equal(["Waiting (1)", "Running (0)", "Done (0)", "Stopped (1)", "In doubt (1)"], page.FindAll(".tabs a").Select(tab => tab.TextContent));
        Assert.Equal("RB-1", page.Find("table.retries tbody a.row-link").TextContent);
        Assert.Contains("2 of 2", page.Find("table.retries tbody").TextContent, StringComparison.Ordinal);
        Assert.Contains("2 accepted, 1 refused, 2 open", page.Find(".outcomes").TextContent, StringComparison.Ordinal);
        _house.Get<NavigationManager>().NavigateTo("/t/acme/retries?tab=in-doubt");
        Assert.Equal("RB-2", _house.Page<RetriesPage>(tenant).Find("table.retries tbody a.row-link").TextContent);
    }

    [Fact]
    public async Task Page_Viewer_SeesMaskedNamesAndCannotStopAnything()
    {
        var tenant = await _house.TenantAsync("acme", TenantRole.Viewer);
        await _house.StoreAsync(tenant, RetryBatchState.AwaitingApproval, 1, [3]);
        var page = _house.Page<RetriesPage>(tenant);
        Assert.DoesNotContain("asker@", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".stop-sending"));
    }

    [Fact]
    public async Task Page_Tenant_SeesNoBatchOfAnother()
    {
        await _house.StoreAsync(await _house.TenantAsync("other"), RetryBatchState.AwaitingApproval, 1, [3]);
        var page = _house.Page<RetriesPage>(await _house.TenantAsync("acme"));
        Assert.Empty(page.FindAll("table"));
        Assert.Contains("0 waiting", page.Find(".sub").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_WithAReason_IsSaidAndCanBeTakenBackByAnApprover()
    {
        var tenant = await _house.TenantAsync("acme", TenantRole.Admin);
        var page = _house.Page<RetriesPage>(tenant);
        await page.Find(".stop-sending form").SubmitAsync();
        Assert.NotEmpty(page.FindAll("#stop-reason-fault"));
        await page.Find("#stop-reason").ChangeAsync("a customer called");
        await page.Find(".stop-sending form").SubmitAsync();
        Assert.Equal("Resume sending…", page.Find(".stop-sending summary").TextContent);
        var banner = _house.Render<StoppedSending>(parameters => parameters.Add(shown => shown.Tenant, tenant));
        Assert.Contains("Sending is stopped. a customer called (system", banner.Find(".banner.stop").TextContent, StringComparison.Ordinal);
        Assert.Empty(_house.Page<RetriesPage>(tenant with { Role = TenantRole.Operator }).FindAll(".stop-sending"));
        await page.Find("#stop-reason").ChangeAsync("it was nothing");
        await page.Find(".stop-sending form").SubmitAsync();
        Assert.Equal("■ Stop all sending…", page.Find(".stop-sending summary").TextContent);
        _house.Time.Advance(ChangeFeed.Window);
        await banner.WaitForAssertionAsync(() => Assert.Empty(banner.FindAll(".banner")));
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();
}
