using System.Diagnostics;
using System.Globalization;
using System.Text;
using Xunit;

namespace BounceBoard.Mail.Tests;

/// <summary>
/// Fixtures, changed in the ways in which input breaks: cut, flipped, spliced, repeated, with marks of the formats strewn in. Seeded, so that a failure can be
/// repeated; BOUNCEBOARD_FUZZ=ROUNDS makes it longer, BOUNCEBOARD_FUZZ_SEED gives another seed.
/// </summary>
public sealed class FuzzTests
{
    /// <summary>Security's bound for one mail (threat T7).</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private static readonly string[] Marks =
    [
        "\0", "\r", "\n\n", "\r\n", "<", ">", "@", "<<<<<<<<", "550 5.7.1 ", "550-", "Final-Recipient: rfc822;", "Status: ", "Diagnostic-Code: smtp;", "[", "]:", "host ",
        " said: ", "--", "boundary=\"", "Content-Type: multipart/report;\n", "=?iso-2022-jp?B?", "\u001b$B", "{\"type\":", "}", "\"", ",", " H=", " R=", "** ", "relay=", "status=bounced (",
        "----- Transcript of session follows -----\n", "Recipient: <", "\ud83d\ude00", "\u2028", "....", ">... ", "AUP#", "LPN", ".i.ua/err/",
    ];

    private static int Rounds => Number("BOUNCEBOARD_FUZZ", 40);

    [Fact]
    public async Task Parse_ChangedFixtures_AlwaysAnswersInTime()
    {
        var seed = Number("BOUNCEBOARD_FUZZ_SEED", 20260212);
        var fixtures = Directory.EnumerateFiles(FixtureTests.Folder, "*", SearchOption.AllDirectories).Where(path => !path.EndsWith(".expected.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(File.ReadAllBytes).ToList();
        // ZoneMTA has no file of its own; and each way of packing, around a mail and around a log.
        fixtures.Add("2026-02-12T10:00:01.000Z out5 zone-mta[77]: info Sender/default/1 id=18f.001 REJECTED[policy] from=a@sender.test to=b@example.net src=192.0.2.10 mx=mx1.example.net[198.51.100.7] (550 5.7.1 no)\n"u8.ToArray());
        fixtures.AddRange(new[] { "postfix-dsn.eml", "exim.log" }.SelectMany(name => PackedFiles.AllOf(name, File.ReadAllBytes(Path.Combine(FixtureTests.Folder, name)))));
        var random = new Random(seed);
        for (var round = 0; round < Rounds; round++)
        {
            for (var index = 0; index < fixtures.Count; index++)
            {
                var changed = Change(fixtures[index], fixtures[random.Next(fixtures.Count)], random);
                var watch = Stopwatch.StartNew();
                var problem = await Record.ExceptionAsync(() => Readings.ReadAsync(changed));
                Assert.True(problem is null && watch.Elapsed < Longest, $"seed {seed}, round {round}, fixture {index}, {watch.Elapsed.TotalSeconds:F1} s: {problem}\n{Convert.ToBase64String(changed)}");
            }
        }
    }

    [Theory]
    [InlineData("550 <a@")]
    [InlineData("host [")]
    [InlineData("<<< 550-5.7.1 ")]
    [InlineData("a@b.c: ")]
    [InlineData("recipient ")]
    [InlineData("relay ")]
    [InlineData("Recipient: <a@b.example>\n<<< 550\n")]
    [InlineData("Final-Recipient: rfc822; a@b.example\nAction: failed\n\n")]
    [InlineData("a@b.example\n")]
    [InlineData("a@b.example\n#550 5.1.1 x ##\n")]
    [InlineData("----- The following addresses had permanent fatal errors -----\n<a@b.example>\n----- Transcript of session follows -----\n... while talking to x.example:\n")]
    [InlineData("SMTP Server <x.example> rejected recipient <a@b.example>\n")]
    [InlineData("host: (")]
    [InlineData("] said 550 (")]
    [InlineData("--- Session Transcript ---\n<-- 550 x\n--> RCPT\n")]
    [InlineData("Giving up on 1.2.3.4 does not like recipient.")]
    public async Task Parse_OneMarkAHundredThousandTimes_TakesNoLongerThanALongMail(string mark)
    {
        var mail = new StringBuilder("From: MAILER-DAEMON@x.test\nSubject: Returned mail\nTo: a@sender.test\nContent-Type: text/plain\n\n");
        for (var i = 0; i < 100_000; i++)
        {
            mail.Append(mark);
        }
        var watch = Stopwatch.StartNew();
        Assert.NotEmpty(await Readings.ReadAsync(Encoding.UTF8.GetBytes(mail.ToString())));
        Assert.True(watch.Elapsed < Longest, $"{watch.Elapsed.TotalSeconds:F1} s");
    }

    private static byte[] Change(byte[] content, byte[] other, Random random)
    {
        var text = Encoding.Latin1.GetString(content);
        for (var times = random.Next(1, 8); times > 0; times--)
        {
            var at = random.Next(text.Length + 1);
            var length = random.Next(Math.Min(400, text.Length - at) + 1);
            text = random.Next(7) switch
            {
                0 => text[..at],
                1 => text.Remove(at, length),
                2 => text.Insert(at, Marks[random.Next(Marks.Length)]),
                3 => text.Insert(at, string.Concat(Enumerable.Repeat(text.Substring(at, length), random.Next(1, 20)))),
                4 => text[..at] + Encoding.Latin1.GetString(other)[(int)((long)at * other.Length / (text.Length + 1))..],
                5 => text.Insert(at, new string((char)random.Next(256), random.Next(1, 5000))),
                _ => text.Remove(at, Math.Min(1, text.Length - at)).Insert(at, ((char)random.Next(256)).ToString()),
            };
        }
        return Encoding.Latin1.GetBytes(text);
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
