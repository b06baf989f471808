using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BounceBoard.TestKit.Dns;
using Xunit;

namespace BounceBoard.Cli.Tests.Domains;

/// <summary>The command as a person runs it, on a mail of the test's own and its key on a name server of the test.</summary>
public sealed class DkimCommandTests : IDisposable
{
    private const string Author = "Sender <sender@news.sender.test>";

    private static readonly RSA Rsa = RSA.Create(2048);

    private readonly TestDnsServer _server = TestDnsServer.Start(
        $"s1._domainkey.sender.test. 300 IN TXT {Quoted($"v=DKIM1; k=rsa; p={Convert.ToBase64String(Rsa.ExportSubjectPublicKeyInfo())}")}",
        "_dmarc.sender.test. 300 IN TXT \"v=DMARC1; p=reject\"", "news.sender.test. 300 IN A 192.0.2.1", "old._domainkey.sender.test. 300 IN TXT \"v=DKIM1; p=\"");

    [Fact]
    public async Task Dkim_GoodMail_PassesAlignedWithTheSizeOfTheKey()
    {
        var line = await JsonAsync(Mail());
        var signature = line.GetProperty("signatures")[0];
        Assert.Equal(("pass", "news.sender.test", true), (Text(line, "result"), Text(line, "authorDomain"), line.GetProperty("aligned").GetBoolean()));
        Assert.Equal(("pass", "sender.test", "s1", "relaxed", 2048), (
            Text(signature, "result"), Text(signature, "domain"), Text(signature, "selector"), Text(signature, "bodyCanonicalization"), signature.GetProperty("key").GetProperty("bits").GetInt32()));
        Assert.Equal(JsonValueKind.Null, signature.GetProperty("failure").ValueKind);
    }

    [Theory]
    [InlineData("Hello", "Hullo", "fail", "body-hash")]
    [InlineData("Subject: Hi", "Subject: Ho", "fail", "header-signature")]
    [InlineData("s=s1", "s=gone", "permerror", "no-key")]
    [InlineData("s=s1", "s=old", "permerror", "revoked")]
    [InlineData("q=dns/txt", "q=dns/other", "neutral", "query-method")]
    public async Task Dkim_ChangedMail_SaysWhyItFails(string original, string changed, string result, string failure)
    {
        var line = await JsonAsync(Mail().Replace(original, changed, StringComparison.Ordinal));
        var signature = line.GetProperty("signatures")[0];
        Assert.Equal((result, result, failure), (Text(line, "result"), Text(signature, "result"), Text(signature, "failure")));
        Assert.NotEmpty(Text(signature, "reason"));
    }

    [Fact]
    public async Task Dkim_AtATimeAfterExpiry_IsExpired()
    {
        var mail = Mail($"x={new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds()}; ");
        Assert.Equal("expired", Text((await JsonAsync(mail, "--at", "2026-06-02T00:00:00Z")).GetProperty("signatures")[0], "failure"));
        Assert.Equal("pass", Text(await JsonAsync(mail, "--at", "2026-05-30T00:00:00Z"), "result"));
    }

    [Fact]
    public async Task Dkim_ServerFails_IsTemperror()
    {
        _server.Fail("s1._domainkey.sender.test", DnsFault.ServFail);
        Assert.Equal("temperror", Text(await JsonAsync(Mail()), "result"));
    }

    [Fact]
    public async Task Dkim_WithoutJson_IsAFewLines()
    {
        var run = await CommandRun.WithInputAsync(Mail(), "dkim", "-", "--resolver", $"{_server.Endpoint}");
        Assert.Equal(0, run.Exit);
        Assert.Contains("-: PASS", run.Output, StringComparison.Ordinal);
        Assert.Contains("pass: d=sender.test s=s1 a=rsa-sha256, RSA key of 2048 bits, aligned", run.Output, StringComparison.Ordinal);
        var none = await CommandRun.WithInputAsync("From: a@sender.test\r\n\r\nHello\r\n", "dkim", "-", "--resolver", $"{_server.Endpoint}");
        Assert.Contains("NONE, the mail has no DKIM-Signature", none.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dkim_EmptyInput_IsRefusedAndTheRestIsDone()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, Mail());
            var run = await CommandRun.OfAsync("dkim", "-", file, "--json", "--resolver", $"{_server.Endpoint}");
            Assert.Equal(1, run.Exit);
            Assert.Contains("There is no mail in it.", run.Errors, StringComparison.Ordinal);
            Assert.Equal(file, Text(JsonDocument.Parse(run.Output).RootElement, "file"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("dkim", "-", "--at", "soon")]
    [InlineData("dkim", "-", "--resolver", "dns.test")]
    [InlineData("dkim", "/nowhere/at/all.eml")]
    [InlineData("dkim")]
    public async Task Dkim_WrongUsage_IsTwo(params string[] arguments) => Assert.Equal(2, (await CommandRun.OfAsync(arguments)).Exit);

    public void Dispose() => _server.Dispose();

    private static string Mail(string more = "")
    {
        const string body = "Hello\r\n";
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(body)));
        var field = $"v=1; a=rsa-sha256; c=relaxed/relaxed; q=dns/txt; d=sender.test; s=s1; {more}h=from:subject; bh={hash}; b=";
        var signed = $"from:{Author}\r\nsubject:Hi\r\ndkim-signature:{field}";
        var signature = Convert.ToBase64String(Rsa.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        return $"DKIM-Signature: {field}{signature}\r\nFrom: {Author}\r\nSubject: Hi\r\n\r\n{body}";
    }

    private async Task<JsonElement> JsonAsync(string mail, params string[] more)
    {
        var run = await CommandRun.WithInputAsync(mail, ["dkim", "-", "--json", "--resolver", $"{_server.Endpoint}", .. more]);
        Assert.Equal((0, ""), (run.Exit, run.Errors));
        return JsonDocument.Parse(run.Output).RootElement;
    }

    private static string Text(JsonElement line, string name) => line.GetProperty(name).GetString() ?? "";

    // One string of a TXT record holds at most 255 octets.
    private static string Quoted(string text) => string.Join(' ', text.Chunk(200).Select(piece => $"\"{new string(piece)}\""));
}
