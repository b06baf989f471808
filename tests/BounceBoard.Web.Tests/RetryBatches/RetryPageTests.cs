using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.RetryBatches;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.RetryBatches;
using BounceBoard.TestKit.Storage;
using BounceBoard.Web.RetryBatches;
using Bunit;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace BounceBoard.Web.Tests.RetryBatches;

public sealed class RetryPageTests : IAsyncDisposable
{
    private readonly PageHouse _house = new();

    [Fact]
    public async Task Page_Waiting_ShowsThePlanBeforeTheButton()
    {
        var page = await OpenAsync(TenantRole.Admin, RetryBatchState.AwaitingApproval);
        var text = page.Find(".plan").TextContent;
        Assert.Contains("5 people in 2 steps", text, StringComparison.Ordinal);
        Assert.Contains("2 suppressed", text, StringComparison.Ordinal);
        Assert.Contains("The original mail for 4 of 5", text, StringComparison.Ordinal);
        Assert.Contains("This is an automatic delivery test", text, StringComparison.Ordinal);
        Assert.Contains("relay.example.net:587", text, StringComparison.Ordinal);
        Assert.Contains("The sending IP of the original is not known.", text, StringComparison.Ordinal);
        Assert.Contains("About 4 good addresses", text, StringComparison.Ordinal);
        Assert.Equal(3, page.FindAll("table.attempts tbody tr").Count);
    }

    [Theory]
    [InlineData("3", true)]
    [InlineData("03", true)]
    [InlineData("2", false)]
    [InlineData("5", false)]
    [InlineData("three", false)]
    [InlineData("", false)]
    public async Task Approve_OnlyTheRightNumber_EnablesTheButton(string typed, bool enabled)
    {
        var page = await OpenAsync(TenantRole.Admin, RetryBatchState.AwaitingApproval);
        Assert.True(page.Find(".approve button").HasAttribute("disabled"));
        await page.Find("#approve-count").InputAsync(typed);
        Assert.Equal("Approve step 1: send 3 mails", page.Find(".approve button").TextContent);
        Assert.Equal(enabled, !page.Find(".approve button").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Approve_ThenUndo_SendsNothing()
    {
        var page = await OpenAsync(TenantRole.Admin, RetryBatchState.AwaitingApproval);
        await page.Find("#approve-count").InputAsync("3");
        await page.Find(".approve form").SubmitAsync();
        Assert.Equal("30 s", page.Find(".undo .countdown").TextContent);
        _house.Time.Advance(TimeSpan.FromSeconds(4));
        await page.WaitForAssertionAsync(() => Assert.Equal("26 s", page.Find(".undo .countdown").TextContent));
        await page.Find(".undo button").ClickAsync();
        Assert.Empty(page.FindAll(".undo"));
        Assert.NotEmpty(page.FindAll(".approve form"));
        Assert.Equal(RetryBatchState.AwaitingApproval, (await _house.Get<RetryBatchReader>().FindByNumberAsync(Tenant.Tenant.Id, 1, default))?.State);
    }

    [Fact]
    public async Task Approve_FourEyes_IsNotForWhoeverAsked()
    {
        Tenant = await _house.TenantAsync("acme", TenantRole.Admin);
        var asked = await PersonAsync("asker");
        var other = await PersonAsync("other");
        Assert.Null((await _house.Get<RetrySettings>().SaveAsync(Actor.System, Tenant.Tenant.Id, new RetrySettingRow { FourEyes = FourEyes.Always }, default)).Problem);
        var retry = new StoredRetry(
            _house.Get<Database>(), Tenant.Tenant.Id, await _house.IncidentAsync(Tenant), _house.Time.GetUtcNow())
        { RequestedById = asked.UserId };
        await retry.AddAsync(RetryBatchState.AwaitingApproval, 1, [3, 2]);
        var own = Page(asked);
        Assert.Contains("four eyes", own.Find(".approve .note").TextContent, StringComparison.Ordinal);
        Assert.Empty(own.FindAll(".approve form"));
        Assert.NotEmpty(Page(other).FindAll(".approve form"));
    }

    [Fact]
    public async Task Approve_RouteWasChanged_ShowsTheChangeAndNoButton()
    {
        Tenant = await _house.TenantAsync("acme", TenantRole.Admin);
        var retry = new StoredRetry(_house.Get<Database>(), Tenant.Tenant.Id, await _house.IncidentAsync(Tenant), _house.Time.GetUtcNow());
        await retry.AddAsync(RetryBatchState.AwaitingApproval, 1, [3, 2]);
        await retry.ChangeRouteAsync();
        var page = Page();
        Assert.Contains("The sending route bulk-2 was changed.", page.Find(".approve .note.stop").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".approve form"));
    }

    [Fact]
    public async Task Reject_WithoutAReason_SaysWhatIsMissingAndWithOneEndsIt()
    {
        var page = await OpenAsync(TenantRole.Approver, RetryBatchState.AwaitingApproval);
        await Button(page, "Reject this plan").ClickAsync();
        Assert.NotEmpty(page.FindAll("[role=alert]"));
        await page.Find("#decide-comment").ChangeAsync("the relay is still wrong");
        await Button(page, "Reject this plan").ClickAsync();
        Assert.Contains("Rejected.", page.Find(".note").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".approve"));
    }

    [Fact]
    public async Task Page_Viewer_SeesMaskedAndDecidesNothing()
    {
        var page = await OpenAsync(TenantRole.Viewer, RetryBatchState.Halted, AttemptState.Accepted, AttemptState.Refused, AttemptState.InDoubt);
        Assert.DoesNotContain("Jane0", page.Markup, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("asker@", page.Markup, StringComparison.Ordinal);
        Assert.Contains("J***", page.Markup.Replace("<wbr>", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Empty(page.FindAll("form"));
    }

    [Fact]
    public async Task Settle_InDoubtAsDelivered_CountsAsAccepted()
    {
        var page = await OpenAsync(TenantRole.Operator, RetryBatchState.Halted, AttemptState.InDoubt, AttemptState.Accepted, AttemptState.Refused);
        Assert.Contains("1 in doubt", page.Find(".outcome-chart figcaption").TextContent, StringComparison.Ordinal);
        await Button(page, "Mark delivered").ClickAsync();
        Assert.NotEmpty(page.FindAll(".settle .fault"));
        await page.Find(".settle input").ChangeAsync("the recipient has it");
        await Button(page, "Mark delivered").ClickAsync();
        await page.WaitForAssertionAsync(() => Assert.Contains("2 accepted", page.Find(".outcome-chart figcaption").TextContent, StringComparison.Ordinal));
        Assert.Contains("settled by hand: system", page.Find("table.attempts").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".settle"));
    }

    [Fact]
    public async Task Conversation_OfOneRecipient_IsReadByItsAddress()
    {
        Tenant = await _house.TenantAsync("acme");
        var batch = await _house.StoreAsync(Tenant, RetryBatchState.Halted, 1, [3, 2], AttemptState.Refused);
        var attempt = (await _house.Get<RetryAttemptReader>().ListAsync(Tenant.Tenant.Id, batch, (0, 0), 1, default))[0];
        _house.Get<NavigationManager>().NavigateTo($"/t/acme/retries/1?attempt={attempt.Id}");
        var page = Page();
        Assert.Contains("No SMTP conversation is kept", page.Find("tr.conversation").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_NumberOfAnotherTenant_IsNotThere()
    {
        await _house.StoreAsync(await _house.TenantAsync("other"), RetryBatchState.Halted, 1, [3]);
        Tenant = await _house.TenantAsync("acme");
        var page = Page();
        Assert.DoesNotContain("Relay", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("table"));
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private TenantContext Tenant { get; set; } = null!;

    private async Task<IRenderedComponent<RetryPage>> OpenAsync(TenantRole role, RetryBatchState state, params AttemptState[] attempts)
    {
        Tenant = await _house.TenantAsync("acme", role);
        await _house.StoreAsync(Tenant, state, 1, [3, 2], attempts);
        return Page();
    }

    private IRenderedComponent<RetryPage> Page() => _house.Page<RetryPage>(Tenant, parameters => parameters.Add(page => page.Batch, 1));

    private IRenderedComponent<RetryPage> Page(Actor actor) => _house.Render<RetryPage>(parameters => parameters
        .AddCascadingValue(Tenant).AddCascadingValue(actor).Add(page => page.Slug, "acme").Add(page => page.Batch, 1));

    private async Task<Actor> PersonAsync(string name)
    {
        var email = $"{name}@msp.example";
        var result = await _house.Get<UserAdministration>().AddAsync(Actor.System, Tenant.Tenant.Id, email, name, TenantRole.Admin, default);
        Assert.True(result.TryGet(out var invitation), result.Problem);
        Assert.True((await _house.Get<OneTimeLinks>().RedeemAsync(invitation!.Token ?? "", "correct horse battery 7", default)).TryGet(out _));
        return Actor.Person(invitation.UserId, email);
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<RetryPage> page, string text) =>
        page.FindAll("button").First(button => button.TextContent == text);
}
