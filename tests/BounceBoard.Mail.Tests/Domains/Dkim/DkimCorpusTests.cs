using System.Text;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Dkim;
using BounceBoard.Mail.Domains.Dkim;
using BounceBoard.TestKit.Corpora;
using Xunit;

namespace BounceBoard.Mail.Tests.Domains.Dkim;

/// <summary>Signed mails that other verifiers test themselves with.</summary>
public sealed class DkimCorpusTests
{
    // After the youngest mail.
    private static readonly DateTimeOffset Now = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Why a mail that an older verifier lets pass does not pass any more.</summary>
    private static readonly DkimFailure[] Historic =
    [
        // rsa-sha1 has failed for good since 2018 (RFC 8301 §3.1).
        DkimFailure.Sha1,
        // Signatures of the drafts before RFC 4871, without v=1.
        DkimFailure.Version,
    ];

    [Fact]
    public void Verify_EveryRow_IsAsTheTableSaysOrHistoric()
    {
        var (rows, agreed, wrong) = (0, 0, new List<string>());
        foreach (var (file, expected, verification) in Rows())
        {
            rows++;
            var passes = verification.Result == DkimResult.Pass;
            agreed += passes == (expected == "pass") ? 1 : 0;
            // DomainKeys (RFC 4870) is DKIM's predecessor, historic since 2007; it has a field of its own, and nobody verifies it.
            var isHistoric = verification.Results.Count == 0 || verification.Results.Any(result => Historic.Contains(result.Failure));
            if (passes != (expected == "pass") && !(expected == "pass" && isHistoric))
                wrong.Add($"{file}: {string.Join(", ", verification.Results.Select(result => $"{result.Failure} {result.Reason}"))}; not {expected}");
            TestContext.Current.TestOutputHelper?.WriteLine($"{file}: {expected}: {string.Join(", ", verification.Results.Select(result => result.Failure))}");
        }
        Assert.Empty(wrong);
        Assert.True(rows >= 30, $"{rows} rows");
        TestContext.Current.TestOutputHelper?.WriteLine($"{agreed} of {rows} as the table says");
    }

    [Theory]
    [InlineData("001.txt", 2)]
    [InlineData("004.txt", 1)]
    [InlineData("006.txt", 1)]
    public void Verify_MailWithItsKeysInFront_Passes(string file, int signatures)
    {
        var bytes = Corpus.Bytes("auth", "dkim", "mail-auth", file);
        Assert.SkipWhen(bytes is null, Corpus.Absent);
        var text = Encoding.Latin1.GetString(bytes).ReplaceLineEndings("\n");
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        var keys = text[..end].Split('\n').Select(line => line.Split(' ', 2)).ToDictionary(words => words[0], words => words[1]);

        var verification = DkimMessageVerifier.Verify(Encoding.Latin1.GetBytes(text[(end + 2)..]), new KeyZone(keys), Now);

        Assert.Equal(Enumerable.Repeat("", signatures), verification.Results.Select(result => result.Reason));
        Assert.Equal(DkimResult.Pass, verification.Result);
    }

    [Theory]
    [InlineData("gmail.msg")]
    [InlineData("multipart-no-end-boundary.msg")]
    [InlineData("related.msg")]
    public void Verify_WithSomebodyElsesKey_FindsTheTextUnaltered(string file)
    {
        var bytes = Corpus.Bytes("auth", "dkim", "mimekit", file);
        Assert.SkipWhen(bytes is null, Corpus.Absent);
        var first = DkimMessageVerifier.Verify(bytes, new DnsSnapshot(), Now);
        var zone = new KeyZone(first.Missing.ToDictionary(question => question.Name, _ => new SignedMail().Key));

        var verification = DkimMessageVerifier.Verify(bytes, zone, Now);

        // Their own keys are not published any more; that the body's hash agrees needs none.
        Assert.NotEmpty(verification.Results);
        Assert.All(verification.Results, result => Assert.Equal((DkimFailure.HeaderSignature, file), (result.Failure, file)));
    }

    [Fact]
    public void Verify_SignatureThatIsNoBase64_IsNeutral()
    {
        var bytes = Corpus.Bytes("auth", "dkim", "domaindetective", "dkim-bad-padding.txt");
        Assert.SkipWhen(bytes is null, Corpus.Absent);

        Assert.Equal(DkimResult.Neutral, DkimMessageVerifier.Verify(bytes, new DnsSnapshot(), Now).Result);
    }

    private static IEnumerable<(string File, string Expected, DkimVerification Verification)> Rows()
    {
        var table = Corpus.Json("auth", "dkim", "mail-dkim-corpus", "expected.json");
        Assert.SkipWhen(table is null, Corpus.Absent);
        var keys = table.Value.GetProperty("dns").EnumerateObject().Where(row => row.Value.GetString() != "NXDOMAIN")
            .ToDictionary(row => row.Name, row => row.Value.GetString()!.StartsWith("~~", StringComparison.Ordinal) ? KeyZone.NoAnswer : row.Value.GetString()!);
        foreach (var row in table.Value.GetProperty("tests").EnumerateArray())
        {
            var file = row.GetProperty("file").GetString()!;
            var mail = Corpus.Bytes("auth", "dkim", "mail-dkim-corpus", file) ?? throw new FileNotFoundException(file);
            yield return (file, row.GetProperty("expected").GetString()!, DkimMessageVerifier.Verify(mail, new KeyZone(keys), Now));
        }
    }
}
