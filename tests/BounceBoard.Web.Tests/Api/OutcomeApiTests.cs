using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using BounceBoard.Core.RetryBatches;
using BounceBoard.Operations.ApiTokens;
using BounceBoard.Operations.Users;
using BounceBoard.Web.Tests.Hosting;
using BounceBoard.Web.Tests.SendingRoutes;
using Xunit;

namespace BounceBoard.Web.Tests.Api;

/// <summary>A platform tells what became of the recipients that it was handed.</summary>
public sealed class OutcomeApiTests(WebHost host) : IClassFixture<WebHost>
{
    private static readonly string[] Malformed =
    [
        "",
        "not json",
        "null",
        "[]",
        "[null]",
        "{}",
        """{"attempt":"TOKEN"}""",
        """{"attempt":"TOKEN","outcome":"bounced"}""",
        """{"attempt":"TOKEN","outcome":"Refused"}""",
        """{"attempt":"TOKEN","outcome":"refused","code":99}""",
        """{"attempt":"TOKEN","outcome":"refused","remoteIp":"nowhere"}""",
        """{"attempt":"TOKEN","outcome":"refused","at":"yesterday"}""",
        """{"attempt":["TOKEN"],"outcome":"refused"}""",
        """[{"attempt":"TOKEN","outcome":"refused"},{"attempt":"","outcome":"refused"}]""",
        """[[[[[{"attempt":"TOKEN","outcome":"refused"}]]]]]""",
    ];

    [Fact]
    public async Task Post_EachOutcome_SettlesItsAttempt()
    {
        var batch = await HandedAsync();
        object[] told =
        [
            new { attempt = batch.Tokens[0], outcome = "delivered", code = 250, status = "2.1.5", text = "250 2.1.5 Ok", remoteMta = "mx1.example.test", remoteIp = "198.51.100.7" },
            new { attempt = batch.Tokens[1], outcome = "refused", code = 550, status = "5.1.1", text = "550 5.1.1 No such user" },
            new { attempt = batch.Tokens[2], outcome = "deferred", code = 451, status = "4.7.1", text = "451 4.7.1 Greylisted" },
        ];

        var receipt = await ReceiptAsync(await batch.PostAsync(told));

        Assert.Equal((3, 0, 0), (receipt.GetProperty("taken").GetInt32(), receipt.GetProperty("again").GetInt32(), receipt.GetProperty("unknown").GetArrayLength()));
        var attempts = await batch.AttemptsAsync();
        Assert.Equal([AttemptState.Accepted, AttemptState.Refused, AttemptState.Submitted], attempts.Select(row => row.State));
        Assert.Equal((OutcomeSource.Platform, "mx1.example.test", "2.1.5"), (attempts[0].OutcomeSource, attempts[0].RemoteMta, attempts[0].Status));
        Assert.Equal([("p2@example.test", true), ("p3@example.test", false)], (await batch.RetriedAsync()).Select(row => (row.RecipientKey, row.Permanent == true)));
    }

    [Theory]
    [InlineData("delivered")]
    [InlineData("refused")]
    [InlineData("deferred")]
    public async Task Post_TheSameAgain_IsCountedOnce(string outcome)
    {
        var batch = await HandedAsync();
        var told = new { attempt = batch.Tokens[0], outcome, code = 450, text = "said the server" };

        await ReceiptAsync(await batch.PostAsync(told));
        var (before, hours) = (await batch.RetriedAsync(), await batch.CountedAsync());
        var again = await ReceiptAsync(await batch.PostAsync(told));

        Assert.Equal((0, 1), (again.GetProperty("taken").GetInt32(), again.GetProperty("again").GetInt32()));
        Assert.Equal(before, await batch.RetriedAsync());
        Assert.Equal(hours, await batch.CountedAsync());
    }

    [Fact]
    public async Task Post_OneRecipientOfABatchTwice_TheLastHolds()
    {
        var batch = await HandedAsync();

        await ReceiptAsync(await batch.PostAsync(new[] { new { attempt = batch.Tokens[0], outcome = "deferred" }, new { attempt = batch.Tokens[0], outcome = "delivered" } }));

        Assert.Equal(AttemptState.Accepted, (await batch.AttemptsAsync())[0].State);
        Assert.Empty(await batch.RetriedAsync());
    }

    [Fact]
    public async Task Post_UnknownIdsOnly_Is404AndSomeAreNamed()
    {
        var batch = await HandedAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await batch.PostAsync(new { attempt = "aaaa", outcome = "refused" })).StatusCode);
        var receipt = await ReceiptAsync(await batch.PostAsync(new[] { new { attempt = "aaaa", outcome = "refused" }, new { attempt = batch.Tokens[0], outcome = "delivered" } }));

        Assert.Equal("aaaa", receipt.GetProperty("unknown")[0].GetString());
        Assert.Equal([AttemptState.Accepted, AttemptState.Submitted, AttemptState.Submitted], (await batch.AttemptsAsync()).Select(row => row.State));
    }

    [Fact]
    public async Task Post_AttemptOfAnotherTenant_IsUnknownThere()
    {
        var (own, other) = (await HandedAsync(), await HandedAsync());

        // The own tenant's token, the own tenant's address, the other tenant's recipient.
        Assert.Equal(HttpStatusCode.NotFound, (await own.PostAsync(new { attempt = other.Tokens[0], outcome = "refused" })).StatusCode);
        // The own token at the other's address.
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync(new { attempt = other.Tokens[0], outcome = "refused" }, own.Token)).StatusCode);

        Assert.All(await other.AttemptsAsync(), row => Assert.Equal(AttemptState.Submitted, row.State));
        Assert.All(await own.AttemptsAsync(), row => Assert.Equal(AttemptState.Submitted, row.State));
    }

    [Fact]
    public async Task Post_WithoutTheScope_Is401AndSettlesNothing()
    {
        var batch = await HandedAsync();
        var scopes = TokenScopes.All.Where(scope => scope != TokenScopes.RetryOutcome).ToArray();
        var weak = WebHost.Value(await host.Get<ApiTokenAdministration>().CreateAsync(Actor.System, batch.Tenant, "weak", scopes, null, default)).Plain;

        foreach (var token in (string[])[weak, "", "bb_live_guessed"])
        {
            var answer = await batch.PostAsync(new { attempt = batch.Tokens[0], outcome = "refused" }, token);
            Assert.Equal((HttpStatusCode.Unauthorized, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        }

        Assert.All(await batch.AttemptsAsync(), row => Assert.Equal(AttemptState.Submitted, row.State));
    }

    [Fact]
    public async Task Post_Malformed_Is400AndTakesNothingOfIt()
    {
        var batch = await HandedAsync();

        foreach (var body in Malformed)
        {
            var answer = await batch.PostTextAsync(body.Replace("TOKEN", batch.Tokens[0], StringComparison.Ordinal));
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{body} was answered {answer.StatusCode}.");
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        }

        Assert.All(await batch.AttemptsAsync(), row => Assert.Equal(AttemptState.Submitted, row.State));
    }

    [Fact]
    public async Task Post_MoreThanAThousand_Is400()
    {
        var batch = await HandedAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await batch.PostAsync(Enumerable.Repeat(new { attempt = batch.Tokens[0], outcome = "refused" }, 1001))).StatusCode);

        Assert.All(await batch.AttemptsAsync(), row => Assert.Equal(AttemptState.Submitted, row.State));
    }

    private Task<HandedBatch> HandedAsync() => HandedBatch.MakeAsync(host);

    private static async Task<JsonElement> ReceiptAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
