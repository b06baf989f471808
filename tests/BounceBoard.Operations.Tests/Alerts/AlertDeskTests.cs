using BounceBoard.Core.Alerts;
using BounceBoard.Operations.Users;
using Xunit;

namespace BounceBoard.Operations.Tests.Alerts;

/// <summary>One alert for each incident, to whoever wants it, once.</summary>
public sealed class AlertDeskTests
{
    [Fact]
    public async Task Send_AThousandRefusalsOfOneIncident_OneOpenedAndOneRecovered()
    {
        await using var made = await AlertHouse.OpenAsync();
        await made.AddAsync(AlertDestinationKind.Webhook);

        await made.RefuseAsync(1000);
        await made.SendAsync();
        await made.RefuseAsync(500, "q");
        await made.SendAsync();
        await made.ResolveAsync();
        await made.SendAsync();
        await made.SendAsync();

        Assert.Equal(["opened", "recovered"], made.Taken.SelectMany(AlertHouse.Kinds));
        Assert.Equal(1000, made.Taken[0].GetProperty("alerts")[0].GetProperty("people").GetInt64());
    }

    [Fact]
    public async Task Send_TenTimesAsManyPeople_IsToldOnce()
    {
        await using var made = await AlertHouse.OpenAsync();
        await made.AddAsync(AlertDestinationKind.Webhook);
        await made.RefuseAsync(3);
        await made.SendAsync();
        await made.RefuseAsync(26, "q");
        await made.SendAsync();
        Assert.Equal(["opened"], made.Taken.SelectMany(AlertHouse.Kinds));

        await made.RefuseAsync(5, "r");
        await made.RefuseAsync(5, "s");
        await made.SendAsync();

        Assert.Equal(["opened", "escalated"], made.Taken.SelectMany(AlertHouse.Kinds));
    }

    [Fact]
    public async Task Send_Webhook_IsSignedAndMasksRecipients()
    {
        await using var made = await AlertHouse.OpenAsync();
        var added = await made.AddAsync(AlertDestinationKind.Webhook);
        await made.RefuseAsync(2, "jane.doe");

        await made.SendAsync();

        var post = Assert.Single(made.House.Outside.Posted);
        var at = DateTimeOffset.FromUnixTimeSeconds(long.Parse(post.Headers["BounceBoard-Timestamp"], null));
        Assert.Equal(AlertSignature.Of(added.Secret ?? "", at, post.Body), post.Headers["BounceBoard-Signature"]);
        Assert.Equal(made.Taken[0].GetProperty("id").GetString(), post.Headers["BounceBoard-Id"]);
        Assert.DoesNotContain("jane.doe", AlertHouse.Text(post.Body), StringComparison.Ordinal);
        Assert.Equal("https://bounces.example/t/acme/incidents/1", made.Taken[0].GetProperty("alerts")[0].GetProperty("url").GetString());
    }

    [Fact]
    public async Task Send_Mail_SaysWhatAndWhyAndThatNobodyWroteIt()
    {
        await using var made = await AlertHouse.OpenAsync();
        await made.AddAsync(AlertDestinationKind.Mail);
        await made.RefuseAsync(2, "jane.doe");

        await made.SendAsync();

        var mail = Assert.Single(made.Sink.Mails);
        foreach (var expected in (string[])["Auto-Submitted: auto-generated", "List-Id: <alerts.acme.bounces.example>", "Message-Id: <", "Verdict: ", "Why:", "People: 2", "https://bounces.example/t/acme/incidents/1"])
        {
            Assert.Contains(expected, mail, StringComparison.OrdinalIgnoreCase);
        }
        Assert.DoesNotContain("jane.doe", mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_TwoNodesAtOnce_DeliverOnce()
    {
        await using var made = await AlertHouse.OpenAsync();
        await made.AddAsync(AlertDestinationKind.Webhook);
        await made.RefuseAsync(5);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(made.SendAsync)));

        Assert.Single(made.House.Outside.Posted);
    }

    [Fact]
    public async Task Send_InQuietHours_IsHeldAndThenOneSummary()
    {
        await using var made = await AlertHouse.OpenAsync();
        await made.AddAsync(AlertDestinationKind.Webhook, "ops", new TimeOnly(11, 0), new TimeOnly(14, 0));
        await made.RefuseAsync(2);
        await made.SendAsync();
        made.House.Time.Advance(TimeSpan.FromHours(1));
        await made.ResolveAsync();
        await made.SendAsync();
        Assert.Empty(made.House.Outside.Posted);

        made.House.Time.Advance(TimeSpan.FromHours(1));
        await made.SendAsync();

        Assert.Equal(["opened", "recovered"], AlertHouse.Kinds(Assert.Single(made.Taken)));
    }

    [Fact]
    public async Task Send_OtherTenantsDestination_HearsNothing()
    {
        await using var made = await AlertHouse.OpenAsync();
        var (other, _) = await made.House.AddTenantAsync("other");
        var draft = AlertHouse.Draft(AlertDestinationKind.Webhook, "theirs") with { Target = "https://theirs.example/x" };
        Assert.Null((await made.Administration.AddAsync(Actor.System, other, draft, default)).Problem);
        await made.AddAsync(AlertDestinationKind.Webhook);
        await made.RefuseAsync(2);

        await made.SendAsync();

        Assert.Equal(new Uri(AlertHouse.Hook), Assert.Single(made.House.Outside.Posted).Address);
    }

    [Fact]
    public async Task Send_InstallationsOwner_GetsALineForEachAlert()
    {
        await using var made = await AlertHouse.OpenAsync("owner@example.net");
        await made.RefuseAsync(2);

        await made.SendAsync();

        Assert.Contains("acme: Incident #1:", Assert.Single(made.Sink.Mails), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_SecretsAndTargets_AreInNoLog()
    {
        await using var made = await AlertHouse.OpenAsync();
        var added = await made.AddAsync(AlertDestinationKind.Webhook);
        var secret = Assert.IsType<string>(added.Secret);
        made.House.Outside.Status = 500;
        await made.RefuseAsync(2);
        await made.SendAsync();

        Assert.DoesNotContain(secret, (await made.RowAsync(added.Id)).SecretSealed, StringComparison.Ordinal);
        Assert.DoesNotContain(made.House.Log.Lines, line => line.Contains(secret, StringComparison.Ordinal));
    }
}
