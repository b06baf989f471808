using BounceBoard.Core.Tenants;
using BounceBoard.Core.Verdicts;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Verdicts;
using BounceBoard.Storage.Audit;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.Verdicts;
using BounceBoard.Web.Replays;
using Bunit;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace BounceBoard.Web.Tests.Replays;

public sealed class ReplayPageTests : IAsyncDisposable
{
    private const string Asked = "?from=2026-05-16&until=2026-05-16";

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    private readonly PageHouse _house = new();

    [Fact]
    public async Task Page_WithoutARange_CountsAndJudgesNothingYet()
    {
        var tenant = await RefusedAsync();

        var page = Open(tenant, "");

        page.WaitForAssertion(() => Assert.Equal("Judge 1 incident again", page.Find(".empty a.primary").TextContent), Soon);
        Assert.Equal("/t/acme/settings/replay?from=2026-05-10&until=2026-05-16", page.Find(".empty a.primary").GetAttribute("href"));
        Assert.Empty(page.FindAll("table.replays, progress"));
    }

    [Fact]
    public async Task Page_NothingRefused_SaysSo()
    {
        var tenant = await _house.TenantAsync("acme");

        var page = Open(tenant, "");
        page.WaitForAssertion(() => Assert.Contains("Nothing to judge again", page.Markup, StringComparison.Ordinal), Soon);
        var asked = Open(tenant, Asked);
        asked.WaitForAssertion(() => Assert.Contains("No incident with a verdict had refusals", asked.Markup, StringComparison.Ordinal), Soon);
    }

    [Fact]
    public async Task Page_EveryVerdictStands_SaysHowMany()
    {
        var page = Open(await RefusedAsync(), Asked);

        page.WaitForAssertion(() => Assert.Contains("Every verdict stands", page.Markup, StringComparison.Ordinal), Soon);
        Assert.Equal(["1", "1", "0", "0", "0"], page.FindAll(".replayed dd").Select(cell => cell.TextContent));
    }

    [Fact]
    public async Task Page_AVerdictOfOtherRules_ShowsThenNowAndWhy()
    {
        var tenant = await RefusedAsync();
        await SayAsync(tenant, Verdict.Suppress);

        var page = Open(tenant, Asked);
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("table.replays tbody tr")), Soon);

        var chips = page.FindAll("table.replays .verdict").Select(chip => chip.TextContent).ToList();
        Assert.Contains("Suppress", chips[0], StringComparison.Ordinal);
        Assert.DoesNotContain("Suppress", chips[1], StringComparison.Ordinal);
        Assert.Equal("/t/acme/incidents/1", page.Find("table.replays a.row-link").GetAttribute("href"));
        Assert.Contains("old-rule", page.Find("td.difference").TextContent, StringComparison.Ordinal);
        Assert.Contains("Jane.Doe@example.net", page.Find("td.difference").TextContent, StringComparison.Ordinal);
        Assert.Equal(["1", "0", "1", "0", "0"], page.FindAll(".replayed dd").Select(cell => cell.TextContent));
        Assert.Empty(await LinesAsync(tenant));
    }

    [Fact]
    public async Task Page_ForAViewer_IsMaskedAndOffersNothing()
    {
        var tenant = await RefusedAsync(TenantRole.Viewer);
        await SayAsync(tenant, Verdict.Suppress);

        var page = Open(tenant, Asked);
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("table.replays tbody tr")), Soon);

        Assert.DoesNotContain("Jane.Doe", page.Markup, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("J***@example.net", page.Find("td.difference").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".bulk, table.replays input"));
    }

    [Fact]
    public async Task Apply_OneTicked_AsksWithItsNumberAndMakesItDue()
    {
        var tenant = await RefusedAsync();
        await SayAsync(tenant, Verdict.Suppress);
        var page = Open(tenant, Asked);
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("table.replays tbody tr")), Soon);

        await page.Find("tbody input.tick").ChangeAsync(new ChangeEventArgs { Value = true });
        Assert.Contains("1 incident chosen", page.Find(".bulk strong").TextContent, StringComparison.Ordinal);
        await page.Find(".bulk button").ClickAsync();
        Assert.Contains("1 incident becomes due", page.Find(".bulk").TextContent, StringComparison.Ordinal);
        Assert.Empty(await LinesAsync(tenant));
        await page.FindAll(".bulk button").Single(button => button.TextContent == "Have 1 incident looked at again").ClickAsync();

        page.WaitForAssertion(() => Assert.Contains("1 incident is due", page.Find(".note.good").TextContent, StringComparison.Ordinal), Soon);
        Assert.Single(await LinesAsync(tenant));
        Assert.Equal(1, await _house.Get<VerdictDesk>().DecideDueAsync(default));
    }

    [Fact]
    public async Task Page_ARangeThatCannotBeJudged_SaysWhyAndJudgesNothing()
    {
        var page = Open(await RefusedAsync(), "?from=2026-01-01&until=2026-05-16");

        Assert.Contains("at most 90", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".table-frame"));
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private IRenderedComponent<ReplayPage> Open(TenantContext tenant, string query)
    {
        _house.Get<NavigationManager>().NavigateTo($"/t/{tenant.Tenant.Slug}/settings/replay{query}");
        return _house.Page<ReplayPage>(tenant);
    }

    private async Task<TenantContext> RefusedAsync(TenantRole role = TenantRole.Operator)
    {
        var tenant = await _house.TenantAsync("acme", role);
        await _house.RefuseAsync(tenant);
        return tenant;
    }

    // As if other rules had decided it.
    private async Task SayAsync(TenantContext tenant, Verdict verdict)
    {
        var (id, now) = (tenant.Tenant.Id, _house.Time.GetUtcNow());
        var incident = Assert.Single(await _house.Get<IncidentReader>().ListAsync(id, IncidentFilter.All, default));
        var current = await _house.Get<VerdictReader>().CurrentAsync(id, incident.Id, default);
        Assert.NotNull(current);
        var row = new VerdictRow
        {
            Id = RowIds.Next(now),
            IncidentId = incident.Id,
            DecidedAt = now,
            Verdict = verdict,
            Confidence = Confidence.High,
            Cause = Cause.BadAddress,
            Relation = current.Relation,
            Finding = current.Finding with
            {
                Verdict = verdict,
                Confidence = Confidence.High,
                Cause = Cause.BadAddress,
                SubCause = null,
                Reasons = [new Reason("old-rule", true, "Nobody reads Jane.Doe@example.net.")],
            },
            EvidenceIds = [],
            ObservationIds = [],
            Fingerprint = $"old {verdict}",
        };
        await _house.Get<Database>().WriteAsync(transaction => _house.Get<VerdictWriter>().AppendIfNewAsync(id, row, transaction, default), default);
    }

    private async Task<IReadOnlyList<AuditRow>> LinesAsync(TenantContext tenant) =>
        [.. (await _house.Get<AuditReader>().ListAsync(tenant.Tenant.Id, AuditFilter.All, 50, null, default)).Where(line => line.Action == "replay.apply")];
}
