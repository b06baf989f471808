using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Sources;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Sources;
using BounceBoard.TestKit.Evidence;
using BounceBoard.Web.Sources;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace BounceBoard.Web.Tests.Sources;

public sealed class FollowedLogPageTests : IAsyncDisposable
{
    private readonly PageHouse _house = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("bounceboard-log-page-").FullName;

    private string Log => Path.Combine(_folder, "mail.log");

    [Fact]
    public async Task AddLogFile_GoodPath_IsFollowedAndItsPageOpened()
    {
        var tenant = await _house.TenantAsync("acme", TenantRole.Admin);
        var form = _house.Page<AddLogFile>(tenant, parameters => parameters.Add(form => form.Tenant, tenant));
        form.Find("#log-name").Change("Postfix");
        form.Find("#log-path").Change(Log);
        form.Find("#log-from").Change("true");
        await form.Find("form").SubmitAsync();

        var row = Assert.Single(await _house.Get<FollowedLogReader>().ListAllAsync(false, default));
        Assert.Equal(Log, row.Path);
        Assert.EndsWith($"/settings/sources/{row.SourceId}", _house.Services.GetRequiredService<BunitNavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddLogFile_BadPath_SaysWhy()
    {
        var tenant = await _house.TenantAsync("acme", TenantRole.Admin);
        var form = _house.Page<AddLogFile>(tenant, parameters => parameters.Add(form => form.Tenant, tenant));
        form.Find("#log-name").Change("Postfix");
        form.Find("#log-path").Change("mail.log");
        await form.Find("form").SubmitAsync();

        Assert.Contains("not an absolute path", form.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfAFollowedLog_ShowsHowFarItIsRead()
    {
        var (tenant, source) = await FollowAsync();
        await _house.Get<LogFollowing>().SweepAsync(default);
        await File.AppendAllTextAsync(Log, "May 16 half a line");
        var read = new FileInfo(Log).Length - 18;

        var page = Open(tenant, source);

        var facts = page.Find("section:has(#log-title) .facts").TextContent;
        Assert.Contains(FormattableString.Invariant($"byte {read:N0} of {read + 18:N0}"), facts, StringComparison.Ordinal);
        Assert.Contains("18 bytes", facts, StringComparison.Ordinal);
        Assert.Contains("none seen yet", facts, StringComparison.Ordinal);
        Assert.Single(page.FindAll("table.data tbody tr"));
    }

    [Fact]
    public async Task Page_MissingFile_SaysSo()
    {
        var (tenant, source) = await FollowAsync();
        File.Delete(Log);
        await _house.Get<LogFollowing>().SweepAsync(default);

        Assert.Contains("There is no file at the path now", Open(tenant, source).Find(".note.warn").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_Locked_OffersNoStop()
    {
        var (tenant, source) = await FollowAsync();
        var view = Assert.IsType<FollowedLogView>(await _house.Get<FollowedLogs>().LookAsync(tenant.Tenant.Id, source, default));

        var panel = _house.Page<LogPanel>(tenant, parameters => parameters.Add(log => log.View, view).Add(log => log.Tenant, tenant).Add(log => log.Locked, true));

        Assert.Contains(Log, panel.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Stop following", panel.Markup, StringComparison.Ordinal);
        Assert.Contains("Stop following", Open(tenant, source).Markup, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await _house.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<(TenantContext Tenant, long Source)> FollowAsync()
    {
        var tenant = await _house.TenantAsync("acme", TenantRole.Admin);
        await File.WriteAllBytesAsync(Log, new SampleLog().Refused(_house.Time.GetUtcNow(), "Jane.Doe@example.net").ToBytes());
        File.SetLastWriteTimeUtc(Log, _house.Time.GetUtcNow().UtcDateTime.AddMinutes(-1));
        var added = await _house.Get<LogFileAdministration>().AddAsync(Actor.System, tenant.Tenant.Id, "Postfix", Log, true, false, default);
        return (tenant, added.TryGet(out var row) ? row.Id : throw new InvalidOperationException(added.Problem));
    }

    private IRenderedComponent<SourcePage> Open(TenantContext tenant, long id) =>
        _house.Page<SourcePage>(tenant, parameters => parameters.Add(page => page.Source, id));
}
