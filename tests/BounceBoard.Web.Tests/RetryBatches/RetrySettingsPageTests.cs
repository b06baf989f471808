using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.RetryBatches;
using BounceBoard.Web.RetryBatches;
using Bunit;
using Xunit;

namespace BounceBoard.Web.Tests.RetryBatches;

public sealed class RetrySettingsPageTests : IAsyncDisposable
{
    private readonly PageHouse _house = new();

    [Fact]
    public async Task Save_WhatWasChosen_IsKept()
    {
        var tenant = await _house.TenantAsync("acme", TenantRole.Admin);
        var page = _house.Page<RetrySettingsPage>(tenant);
        await page.Find("#four-eyes").ChangeAsync("Always");
        await page.Find("#per-person").ChangeAsync("1");
        await page.Find("#hours-from").ChangeAsync("09:00:00");
        await page.Find("#hours-until").ChangeAsync("17:30:00");
        await page.Find("#hours-zone").ChangeAsync("Europe/Berlin");
        await page.Find("form").SubmitAsync();
        Assert.Equal("Saved.", page.Find(".note.good").TextContent);
        var kept = await _house.Get<RetrySettingReader>().ReadAsync(tenant.Tenant.Id, default);
        Assert.Equal(
            (FourEyes.Always, 1, 540, 1050, "Europe/Berlin"), (kept.FourEyes, kept.PerPerson, kept.HoursFrom, kept.HoursUntil, kept.HoursZone));
    }

    [Fact]
    public async Task Save_AZoneThatIsNone_SaysSoAndKeepsWhatWasTyped()
    {
        var page = _house.Page<RetrySettingsPage>(await _house.TenantAsync("acme", TenantRole.Admin));
        await page.Find("#hours-zone").ChangeAsync("Mars/Olympus");
        await page.Find("form").SubmitAsync();
        Assert.NotEmpty(page.FindAll("[role=alert]"));
        Assert.Equal("Mars/Olympus", page.Find("#hours-zone").GetAttribute("value"));
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();
}
