using System.Text;
using System.Text.Json;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Alerts;
using BounceBoard.Operations.Domains;
using BounceBoard.Operations.Domains.Exams;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Tests.Domains;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Domains;
using BounceBoard.TestKit.Installations;
using MimeKit;
using Xunit;

namespace BounceBoard.Operations.Tests.Alerts;

/// <summary>Whoever is told of a domain reads which, how far it fell, by what, and where to look; nothing that a stranger wrote into a record.</summary>
public sealed class HealthAlertTests
{
    private const string Page = "https://bounces.example/t/acme/domains/example.net";
    private static readonly DomainName Domain = ExamHouse.Domain;
    private static readonly string Hostile = "\r\nBcc: stranger@example.org\r\n\r\n<script>alert(1)</script>\u202e\0\u001b[31m" + new string('h', 10_000);

    [Fact]
    public async Task Webhook_OfAWeakenedDomain_SaysBothAndWhereToLook()
    {
        await using var made = await AlertHouse.OpenAsync();
        var added = await made.AddAsync(AlertDestinationKind.Webhook);
        await WeakenAsync(made, ExamHouse.Weak);

        await made.SendAsync();

        var post = Assert.Single(made.House.Outside.Posted);
        var alerts = Assert.Single(made.Taken).GetProperty("alerts").EnumerateArray().ToDictionary(Kind);
        Assert.Equal(["healthIssueNew", "healthScoreDropped"], alerts.Keys.Order());
        Assert.Matches(@"^The health of example\.net fell from \d+ to \d+ of 100$", alerts["healthScoreDropped"].GetProperty("title").GetString());
        Assert.Matches(@"^(New issue of example\.net: .+|\d+ new issues of example\.net)$", alerts["healthIssueNew"].GetProperty("title").GetString());
        Assert.All(alerts.Values, alert =>
        {
            Assert.Equal(Page, alert.GetProperty("url").GetString());
            Assert.InRange(alert.GetProperty("reasons").GetArrayLength(), 1, 3);
            Assert.Contains("Verify", alert.GetProperty("act")[0].GetString(), StringComparison.Ordinal);
            Assert.False(alert.TryGetProperty("verdict", out _));
        });
        Assert.DoesNotContain(added.Secret ?? "", AlertHouse.Text(post.Body), StringComparison.Ordinal);
        Assert.DoesNotContain("acme-private", AlertHouse.Text(post.Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_OfAWeakenedDomain_IsOneMailWithTheLink()
    {
        await using var made = await AlertHouse.OpenAsync();
        await made.AddAsync(AlertDestinationKind.Mail);
        await WeakenAsync(made, ExamHouse.Weak);

        await made.SendAsync();

        var mail = await ReadAsync(Assert.Single(made.Sink.Mails));
        Assert.Equal("[acme] 2 alerts", mail.Subject);
        Assert.Contains("The health of example.net fell from ", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("points", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains(Page, mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_OfHostileRecords_HoldsNothingOfThem()
    {
        await using var made = await AlertHouse.OpenAsync();
        await made.AddAsync(AlertDestinationKind.Webhook, "hook");
        await made.AddAsync(AlertDestinationKind.Mail, "mail");
        await WeakenAsync(made, $"v=DMARC1; p=none; rua=mailto:{Hostile}; fo={Hostile}", $"v=spf1 include:{Hostile} ~all");

        await made.SendAsync();

        var mail = await ReadAsync(Assert.Single(made.Sink.Mails));
        AssertHarmless(mail);
        var alerts = Assert.Single(made.Taken).GetProperty("alerts").EnumerateArray().ToList();
        Assert.Equal(2, alerts.Count);
        Assert.All(alerts, alert => AssertHarmless(alert.ToString()));
        Assert.All(await made.AlertsAsync(), alert => AssertHarmless($"{alert.Says?.Title}{string.Concat(alert.Says?.Reasons ?? [])}{alert.Says?.Path}"));
    }

    // No rule puts a record into its title; should one ever do, it is still one short line.
    [Fact]
    public async Task Any_OfAHostileTitle_IsOneShortLine()
    {
        await using var made = await AlertHouse.OpenAsync();
        await made.AddAsync(AlertDestinationKind.Webhook, "hook");
        await made.AddAsync(AlertDestinationKind.Mail, "mail");
        await WeakenAsync(made, ExamHouse.Weak);
        await made.House.Database.WriteAsync(
            async transaction =>
            {
                var domain = (await made.House.Get<DomainReader>().ListAsync(made.Tenant, default))[0];
                foreach (var issue in await made.House.Get<DomainIssueReader>().ListAsync(made.Tenant, domain.Id, default))
                {
                    await made.House.Get<DomainIssueWriter>().PutAsync(made.Tenant, issue with { Title = $"bad{Hostile}" }, transaction, default);
                }
            },
            default);

        await made.SendAsync();

        var mail = await ReadAsync(Assert.Single(made.Sink.Mails));
        Assert.Equal(["ops@example.net"], mail.To.Mailboxes.Concat(mail.Cc.Mailboxes).Concat(mail.Bcc.Mailboxes).Select(to => to.Address));
        Assert.DoesNotContain(mail.TextBody ?? "", sign => sign is '\u202e' or '\0' or '\u001b');
        Assert.DoesNotContain((mail.TextBody ?? "").Split('\n'), line => line.StartsWith("Bcc:", StringComparison.Ordinal));
        Assert.All(Assert.Single(made.Taken).GetProperty("alerts").EnumerateArray(), alert =>
        {
            Assert.InRange(alert.GetProperty("title").GetString()?.Length ?? 0, 1, 301);
            Assert.All(alert.GetProperty("reasons").EnumerateArray(), reason => Assert.InRange(reason.GetString()?.Length ?? 0, 1, 1001));
            Assert.DoesNotContain(alert.GetProperty("title").GetString() ?? "", char.IsControl);
        });
    }

    [Fact]
    public async Task Any_OfAnotherTenant_GoesToItsOwnDestinationOnly()
    {
        await using var made = await AlertHouse.OpenAsync();
        var (other, _) = await made.House.AddTenantAsync("other");
        var draft = AlertHouse.Draft(AlertDestinationKind.Webhook, "theirs") with { Target = "https://theirs.example/x" };
        Assert.Null((await made.Administration.AddAsync(Actor.System, other, draft, default)).Problem);
        TestInstallation.Value(await made.House.Get<DomainAdministration>().AddAsync(Actor.System, other, Domain.Value, [], default));
        await WeakenAsync(made, ExamHouse.Weak);

        await made.SendAsync();

        Assert.Empty(made.House.Outside.Posted);
    }

    private static async Task WeakenAsync(AlertHouse made, string policy, string spf = "v=spf1 ip4:192.0.2.0/24 -all")
    {
        var house = made.House;
        TestInstallation.Value(await house.Get<DomainAdministration>().AddAsync(Actor.System, made.Tenant, Domain.Value, ["acme-private"], default));
        var exam = new FakeExam(house.Time) { [Domain.Value] = "v=spf1 ip4:192.0.2.0/24 -all", [ExamHouse.DmarcName] = ExamHouse.Strong };
        var desk = new ExamDesk(
            exam, house.Get<ExamTables>(), house.Get<ExamSubjects>(), house.Get<ExamFiling>(), house.Get<TenantAccess>(), house.Database, house.Get<ChangeFeed>(),
            house.Time);
        TestInstallation.Value(await desk.NowAsync(Actor.System, made.Tenant, Domain, default));
        house.Time.Advance(TimeSpan.FromHours(1));
        (exam[ExamHouse.DmarcName], exam[Domain.Value]) = (policy, spf);
        TestInstallation.Value(await desk.NowAsync(Actor.System, made.Tenant, Domain, default));
    }

    private static string Kind(JsonElement alert) => alert.GetProperty("kind").GetString() ?? "";

    private static async Task<MimeMessage> ReadAsync(string mail) => await MimeMessage.LoadAsync(new MemoryStream(Encoding.UTF8.GetBytes(mail)));

    private static void AssertHarmless(MimeMessage mail)
    {
        Assert.Equal(["ops@example.net"], mail.To.Mailboxes.Concat(mail.Cc.Mailboxes).Concat(mail.Bcc.Mailboxes).Select(to => to.Address));
        AssertHarmless(mail.Subject + mail.TextBody);
    }

    private static void AssertHarmless(string text)
    {
        Assert.InRange(text.Length, 1, 4_000);
        foreach (var part in (string[])["script", "stranger", "Bcc", "hhhhh", "\u202e", "\0", "\u001b"])
        {
            Assert.DoesNotContain(part, text, StringComparison.Ordinal);
        }
    }
}
