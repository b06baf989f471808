using BounceBoard.Core.Tenants;
using BounceBoard.Web.Evidence;
using Bunit;
using Xunit;

namespace BounceBoard.Web.Tests.Evidence;

/// <summary>The signatures of the mail that a report returns.</summary>
public sealed class OriginalSignaturesTests : IAsyncDisposable
{
    private const string Header = "From: shop@sender.test\nSubject: Hi\nMessage-ID: <1@sender.test>\nDKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=sender.test; s=s1; h=from; bh=AAAA; b=AAAA\n";

    private readonly PageHouse _house = new();

    [Fact]
    public async Task Panel_WholeMail_IsVerifiedOnTheButtonAndSaysWhen()
    {
        var page = await PageAsync(TenantRole.Operator, "message/rfc822", Header + "\nHello\n");
        Assert.Contains("d=sender.test s=s1", Panel(page), StringComparison.Ordinal);
        page.Find("section[aria-labelledby=signatures-title] button").Click();
        await page.WaitForAssertionAsync(() => Assert.Contains("Checked now, not when the mail was sent", Panel(page), StringComparison.Ordinal), TimeSpan.FromSeconds(20));
        Assert.Contains("There is no key at s1._domainkey.sender.test", Panel(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Panel_HeaderOnly_SaysThatTheTextIsMissing()
    {
        var page = await PageAsync(TenantRole.Operator, "text/rfc822-headers", Header);
        Assert.Contains("Only the header came back", Panel(page), StringComparison.Ordinal);
        Assert.Empty(page.FindAll("section[aria-labelledby=signatures-title] button"));
    }

    [Fact]
    public async Task Panel_Viewer_SeesWhoSignedAndCannotAsk() =>
        Assert.Empty((await PageAsync(TenantRole.Viewer, "message/rfc822", Header + "\nHello\n")).FindAll("section[aria-labelledby=signatures-title] button"));

    [Fact]
    public async Task Panel_MailWithoutSignature_IsNotThere() =>
        Assert.Empty((await PageAsync(TenantRole.Operator, "message/rfc822", "From: shop@sender.test\nMessage-ID: <1@sender.test>\n\nHello\n")).FindAll("#signatures-title"));

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private async Task<IRenderedComponent<EvidenceDetailPage>> PageAsync(TenantRole role, string type, string original)
    {
        var tenant = await _house.TenantAsync("acme", role);
        var result = await _house.UploadAsync(tenant, "bounce.eml", Report(type, original));
        return _house.Page<EvidenceDetailPage>(tenant, page => page.Add(detail => detail.Id, result.Items[0].EvidenceId));
    }

    private static string Panel(IRenderedComponent<EvidenceDetailPage> page) => page.Find("section[aria-labelledby=signatures-title]").TextContent;

    private static string Report(string type, string original) =>
        "From: mailer-daemon@example.net\nTo: bounce@sender.test\nSubject: Undelivered\nMIME-Version: 1.0\n"
        + "Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\n\n--b\nContent-Type: text/plain\n\nno\n\n"
        + "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.net\n\nFinal-Recipient: rfc822; jane.doe@example.net\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 no such user\n\n"
        + $"--b\nContent-Type: {type}\n\n{original}\n--b--\n";
}
