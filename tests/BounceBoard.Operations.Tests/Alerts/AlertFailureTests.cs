using BounceBoard.Core.Alerts;
using BounceBoard.Operations.Alerts;
using BounceBoard.Operations.Users;
using Xunit;

namespace BounceBoard.Operations.Tests.Alerts;

/// <summary>security.md F13: a receiver that is down is tried for a day, then switched off with a notice; nothing is lost.</summary>
public sealed class AlertFailureTests
{
    [Fact]
    public async Task Send_ReceiverDownForADay_BacksOffThenIsDisabledWithANoticeThenOneSummary()
    {
        await using var made = await AlertHouse.OpenAsync();
        var hook = await made.AddAsync(AlertDestinationKind.Webhook, "hook");
        made.House.Outside.Status = 503;
        await made.RefuseAsync(2);
        await made.SendAsync();
        await made.AddAsync(AlertDestinationKind.Mail, "mail");
        Assert.Equal(AlertDestinationState.Failing, (await made.RowAsync(hook.Id)).State);

        for (var minute = 0; minute < 26 * 60; minute++)
        {
            made.House.Time.Advance(TimeSpan.FromMinutes(1));
            await made.SendAsync();
        }

        var row = await made.RowAsync(hook.Id);
        Assert.Equal(AlertDestinationState.Disabled, row.State);
        Assert.Equal("HTTP 503", row.LastAnswer);
        Assert.InRange(made.House.Outside.Posted.Count, 28, 60);
        Assert.Contains("Alerts to hook are switched off", Assert.Single(made.Sink.Mails), StringComparison.Ordinal);
        await made.ResolveAsync();
        await made.SendAsync();

        made.House.Outside.Status = 200;
        Assert.Null((await made.Administration.EnableAsync(Actor.System, made.Tenant, hook.Id, default)).Problem);
        await made.SendAsync();

        Assert.Equal(["opened", "recovered"], AlertHouse.Kinds(Assert.Single(made.Taken)));
    }

    [Theory]
    [InlineData(410, AlertDestinationState.Disabled, AlertDeliveryState.Held)]
    [InlineData(400, AlertDestinationState.Failing, AlertDeliveryState.Refused)]
    [InlineData(429, AlertDestinationState.Failing, AlertDeliveryState.Waiting)]
    [InlineData(0, AlertDestinationState.Failing, AlertDeliveryState.Waiting)]
    [InlineData(204, AlertDestinationState.Active, AlertDeliveryState.Delivered)]
    public async Task Send_Answer_MovesDestinationAndDelivery(int status, AlertDestinationState destination, AlertDeliveryState delivery)
    {
        await using var made = await AlertHouse.OpenAsync();
        var hook = await made.AddAsync(AlertDestinationKind.Webhook);
        made.House.Outside.Status = status;
        await made.RefuseAsync(2);

        await made.SendAsync();

        Assert.Equal(destination, (await made.RowAsync(hook.Id)).State);
        var alerts = await made.AlertsAsync();
        var way = Assert.Single(await made.House.Get<Storage.Alerts.AlertReader>().DeliveriesAsync(made.Tenant, [.. alerts.Select(alert => alert.Id)], default));
        Assert.Equal(delivery, way.State);
    }

    [Theory]
    [InlineData("550 5.7.1 not from you", AlertAnswerKind.Refused)]
    [InlineData("451 4.7.1 later", AlertAnswerKind.Later)]
    [InlineData("250 2.1.5 Ok", AlertAnswerKind.Took)]
    public async Task Test_OfMail_ShowsTheServersReply(string reply, AlertAnswerKind kind)
    {
        await using var made = await AlertHouse.OpenAsync();
        var mail = await made.AddAsync(AlertDestinationKind.Mail);
        made.Sink.Replies["RCPT"] = reply;

        var answer = TestKit.Installations.TestInstallation.Value(
            await made.House.Get<AlertTest>().SendAsync(Actor.System, made.Tenant, mail.Id, default));

        Assert.Equal(kind, answer.Kind);
        Assert.Equal(AlertDestinationState.Active, (await made.RowAsync(mail.Id)).State);
        Assert.Equal(kind == AlertAnswerKind.Took ? 1 : 0, made.Sink.Mails.Count);
    }

    [Theory]
    [InlineData(AlertDestinationKind.Webhook, "http://hooks.example/x")]
    [InlineData(AlertDestinationKind.Webhook, "https://hooks.example:8443/x")]
    [InlineData(AlertDestinationKind.Webhook, "hooks")]
    [InlineData(AlertDestinationKind.Mail, "nobody")]
    [InlineData(AlertDestinationKind.Mail, "")]
    public async Task Add_TargetThatCannotBeOne_IsRefused(AlertDestinationKind kind, string target)
    {
        await using var made = await AlertHouse.OpenAsync();

        var draft = AlertHouse.Draft(kind, "ops") with { Target = target };

        Assert.NotNull((await made.Administration.AddAsync(Actor.System, made.Tenant, draft, default)).Problem);
    }
}
