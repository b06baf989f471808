using System.Text;
using BounceBoard.Core.Bounces;
using Xunit;

namespace BounceBoard.Mail.Tests;

/// <summary>Nothing that a stranger sends may throw, hang, or come out without a word.</summary>
public sealed class HostileMailTests
{
    [Fact]
    public async Task Parse_CutAndChangedFixtures_NeverThrows()
    {
        var random = new Random(20260516);
        foreach (var path in Directory.EnumerateFiles(FixtureTests.Folder).Order(StringComparer.Ordinal))
        {
            var content = await File.ReadAllBytesAsync(path);
            for (var i = 0; i < 60; i++)
            {
                var changed = content[..random.Next(content.Length + 1)].ToArray();
                for (var j = random.Next(12); j > 0 && changed.Length > 0; j--)
                {
                    changed[random.Next(changed.Length)] = (byte)random.Next(256);
                }
                await Readings.ReadAsync(changed);
            }
        }
    }

    [Fact]
    public async Task Parse_DeepNesting_DoesNotOverflow()
    {
        var mail = new StringBuilder("From: MAILER-DAEMON@x.test\nSubject: Undeliverable\n");
        for (var i = 0; i < 5000; i++)
        {
            mail.Append("Content-Type: multipart/mixed; boundary=b").Append(i % 100).Append("\n\n--b").Append(i % 100).Append('\n');
        }
        Assert.NotEmpty(await Readings.ReadAsync(Encoding.ASCII.GetBytes(mail.ToString())));
    }

    [Fact]
    public async Task Parse_NestedMessages_DoesNotOverflow()
    {
        var mail = "From: MAILER-DAEMON@x.test\nSubject: x\n" + string.Concat(Enumerable.Repeat("Content-Type: message/rfc822\n\n", 100_000));
        Assert.NotEmpty(await Readings.ReadAsync(Encoding.ASCII.GetBytes(mail)));
    }

    [Fact]
    public async Task Parse_PartFlood_IsAnErrorThatSaysSo()
    {
        var mail = "From: a@x.test\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n" + string.Concat(Enumerable.Repeat("--b\n\n", 100_000));
        var report = Assert.Single(await Readings.ReadAsync(Encoding.ASCII.GetBytes(mail)));
        Assert.Equal(BounceKind.Error, report.Kind);
        Assert.Contains("MIME parts", report.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parse_EndlessHeader_IsAnErrorThatSaysSo()
    {
        var report = Assert.Single(await Readings.ReadAsync(Encoding.ASCII.GetBytes("From: a@x.test\nSubject: " + new string('x', 400_000) + "\n\nbody")));
        Assert.Contains("header is larger", report.Error, StringComparison.Ordinal);
    }
}
