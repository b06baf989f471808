using System.Text;
using Xunit;
using ZstdSharp;
using ZstdSharp.Unsafe;

namespace BounceBoard.Mail.Tests;

/// <summary>Zstandard, and compressed files that were cut short.</summary>
public sealed class PackedFilesTests
{
    private const string LogLine = "Feb 12 10:00:01 out1 postfix/smtp[3006]: 4424441E46: to=<u@example.net>, relay=none, dsn=4.4.1, status=deferred (x)\n";

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.999)]
    public async Task Unpack_GzipCutShort_KeepsWhatCameAndSaysSo(double part)
    {
        var whole = UnpackerTests.Gzip(Noise(200_000));

        var items = await Readings.UnpackAsync(whole[..(int)(whole.Length * part)]);

        Assert.NotNull(items[^1].Quarantine);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.999)]
    public async Task Unpack_ZstandardCutShort_KeepsWhatCameAndSaysSo(double part)
    {
        var whole = Zstandard(Noise(200_000));

        var items = await Readings.UnpackAsync(whole[..(int)(whole.Length * part)]);

        Assert.Contains("cannot be expanded", items[^1].Quarantine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unpack_ZstandardLog_IsReadLikeThePlainOne()
    {
        var log = Noise(1_000_000);

        Assert.Equal(await Readings.ReadAsync(log), await Readings.ReadAsync(Zstandard(log)));
    }

    [Fact]
    public async Task Unpack_ZstandardBomb_StopsWithReason()
    {
        var items = await Readings.UnpackAsync(Zstandard([.. "From: a@example.com\nTo: b@example.net\nSubject: x\n\n"u8, .. new byte[40 * 1024 * 1024]]));

        Assert.Contains("expands", items[^1].Quarantine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unpack_ZstandardWithAHugeWindow_IsRefused()
    {
        using var compressor = new Compressor(22);
        compressor.SetParameter(ZSTD_cParameter.ZSTD_c_windowLog, 27);
        compressor.SetParameter(ZSTD_cParameter.ZSTD_c_contentSizeFlag, 0);
        using var bytes = new MemoryStream();
        await using (var stream = new CompressionStream(bytes, compressor, leaveOpen: true))
        {
            stream.Write(Noise(300_000));
        }

        Assert.Contains("cannot be expanded", (await Readings.UnpackAsync(bytes.ToArray()))[^1].Quarantine, StringComparison.Ordinal);
    }

    private static byte[] Zstandard(byte[] content)
    {
        using var compressor = new Compressor();
        return compressor.Wrap(content).ToArray();
    }

    // A log whose lines differ, so that it does not compress to nothing.
    private static byte[] Noise(int bytes)
    {
        var (random, text) = (new Random(7), new StringBuilder());
        while (text.Length < bytes)
        {
            text.Append(LogLine.Replace("to=<", $"to=<{random.NextInt64():x}", StringComparison.Ordinal));
        }
        return Encoding.ASCII.GetBytes(text.ToString());
    }
}
