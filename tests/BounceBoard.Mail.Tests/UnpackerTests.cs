using System.IO.Compression;
using System.Text;
using BounceBoard.Core.Evidence;
using BounceBoard.Mail.Unpacking;
using Xunit;

namespace BounceBoard.Mail.Tests;

/// <summary>What comes out of files of every kind, friendly and hostile.</summary>
public sealed class UnpackerTests
{
    private const string Mail = "From: a@sender.test\r\nTo: b@example.net\r\nSubject: x\r\nDate: Sat, 16 May 2026 07:00:00 +0000\r\n\r\nHello\r\n";
    private const string LogLine = "Feb 12 10:00:01 out1 postfix/smtp[3006]: 4424441E46: to=<u@example.net>, relay=none, dsn=4.4.1, status=deferred (x)\n";

    [Fact]
    public async Task Unpack_ZipOfMails_GivesEachMail()
    {
        var items = await Readings.UnpackAsync(Zip(("../../a.eml", Bytes(Mail)), ("b\u0007.eml", Bytes(Mail))));
        Assert.Equal([EvidenceKind.Mail, EvidenceKind.Mail], items.Select(item => item.Kind));
        Assert.Equal(["upload#1 a.eml", "upload#2 b?.eml"], items.Select(item => item.Name));
        Assert.Equal([1, 2], items.Select(item => item.Ordinal));
    }

    [Fact]
    public async Task Unpack_ZipBomb_StopsWithReason()
    {
        var items = await Readings.UnpackAsync(Zip(("bomb.eml", [.. Bytes(Mail), .. new byte[40 * 1024 * 1024]])));
        Assert.Contains("bomb", Assert.Single(items).Quarantine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unpack_ZipWithLyingSize_CountsWhatComes()
    {
        var zip = Zip(("bomb.eml", [.. Bytes(Mail), .. new byte[40 * 1024 * 1024]]));
        // The uncompressed size stands at offset 24 of the central record.
        var central = zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BitConverter.TryWriteBytes(zip.AsSpan(central + 24), 100);
        Assert.All(await Readings.UnpackAsync(zip), item => Assert.True(item.Content.Length < 2 * 1024 * 1024));
    }

    [Fact]
    public async Task Unpack_ZipOfThousandMembers_IsRefused()
    {
        var items = await Readings.UnpackAsync(Zip([.. Enumerable.Range(0, 1001).Select(i => ($"{i}.eml", Bytes(Mail)))]));
        Assert.Contains("1001 files, more than 1000", Assert.Single(items).Quarantine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unpack_RefusedArchive_IsKeptAsItCame()
    {
        var zip = Zip([.. Enumerable.Range(0, 1001).Select(i => ($"{i}.eml", Bytes(Mail)))]);
        var broken = Gzip(Bytes(Mail + string.Concat(Enumerable.Range(0, 5000))));
        broken[60] ^= 0xFF;
        foreach (var archive in new[] { zip, broken })
        {
            var item = (await Readings.UnpackAsync(archive))[^1];
            Assert.NotNull(item.Quarantine);
            Assert.True(item.IsWhole);
            Assert.Equal(archive, item.Content.ToArray());
        }
    }

    [Fact]
    public async Task Unpack_ArchiveOverLimit_SaysThatItIsNotWhole()
    {
        var items = await Readings.UnpackAsync(Zip(("a.eml", Bytes(Mail))), new InputLimits { CompressedBytes = 50 });
        Assert.False(Assert.Single(items).IsWhole);
    }

    [Fact]
    public async Task Unpack_ZipInZip_IsRefusedAndTheOthersStay()
    {
        var items = await Readings.UnpackAsync(Zip(("inner.zip", Zip(("a.eml", Bytes(Mail)))), ("b.eml", Bytes(Mail))));
        Assert.Contains("inside an archive", items[0].Quarantine, StringComparison.Ordinal);
        Assert.Null(items[1].Quarantine);
    }

    [Fact]
    public async Task Unpack_GzipBomb_StopsWithReason()
    {
        var items = await Readings.UnpackAsync(Gzip([.. Bytes(Mail), .. new byte[40 * 1024 * 1024]]));
        Assert.Contains("bomb", Assert.Single(items).Quarantine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unpack_GzippedLogBomb_StopsWithReason()
    {
        var bomb = Gzip([.. Bytes(LogLine), .. new byte[60 * 1024 * 1024]]);
        Assert.Contains("bomb", (await Readings.UnpackAsync(bomb))[^1].Quarantine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unpack_LongLog_IsCutAtLineEnds()
    {
        var log = Bytes(string.Concat(Enumerable.Range(0, 90_000).Select(i => LogLine.Replace("<u@", $"<u{i}@", StringComparison.Ordinal))));
        var items = await Readings.UnpackAsync(log);
        Assert.True(items.Count > 1);
        Assert.All(items, item => Assert.Equal(("upload", EvidenceKind.Log, (byte)'\n'), (item.Stream, item.Kind, item.Content.Span[^1])));
        Assert.All(items, item => Assert.True(item.Content.Length <= 4 * 1024 * 1024));
        Assert.Equal(log, items.SelectMany(item => item.Content.ToArray()));
        Assert.Equal(90_000, (await Readings.ReadAsync(Gzip(log))).Count);
    }

    [Fact]
    public async Task Unpack_Mbox_SplitsAtMarksOnly()
    {
        var mbox = $"From a@sender.test Sat May 16 07:00:00 2026\n{Mail.ReplaceLineEndings("\n")}\nFrom here on it is text.\n\nFrom b@x.test Sat May 16 07:00:00 2026\n{Mail}";
        var items = await Readings.UnpackAsync(Bytes(mbox));
        Assert.Equal(["upload#1", "upload#2"], items.Select(item => item.Name));
        Assert.Contains("From here on", Encoding.ASCII.GetString(items[0].Content.Span), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("\r\n \n", "empty")]
    [InlineData("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", "save it as .eml")]
    [InlineData("\u0001\u0002\u0003\u0004\u0000\u0005", "binary: byte 0")]
    [InlineData("Just a note.", "Nothing in this text is known")]
    [InlineData("\u001f\u008b\u0008\u0000broken", "archive")]
    [InlineData("PK\u0003\u0004broken", "archive")]
    [InlineData("\u00ff\u00feF\u0000r\u0000", "UTF-16")]
    public async Task Unpack_Unreadable_SaysWhatItIs(string latin1, string said) =>
        Assert.Contains(said, Assert.Single(await Readings.UnpackAsync(Encoding.Latin1.GetBytes(latin1))).Quarantine, StringComparison.Ordinal);

    [Fact]
    public async Task Unpack_MailOverLimit_IsRefused()
    {
        var items = await Readings.UnpackAsync(Bytes(Mail + new string('x', 200_000)), new InputLimits { MailBytes = 100_000 });
        Assert.Contains("larger than", Assert.Single(items).Quarantine, StringComparison.Ordinal);
    }

    internal static byte[] Zip(params (string Name, byte[] Content)[] members)
    {
        var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in members)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }
        return bytes.ToArray();
    }

    internal static byte[] Gzip(byte[] content)
    {
        var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(content);
        }
        return bytes.ToArray();
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
