using System.Text;
using BounceBoard.Core.Bounces;
using MimeKit;
using Xunit;

namespace BounceBoard.Mail.Tests;

/// <summary>
/// Each server's own form as it comes out of other hands: with other line ends, in another charset and encoding, and cut. What was read of recipient, code,
/// status and remote address stays; what a cut mail no longer states is absent, never wrong.
/// </summary>
public sealed class FormMutationTests
{
    private static readonly string Folder = Path.Combine(FixtureTests.Folder, "Forms");

    public static TheoryData<string> Files() =>
        [.. Directory.EnumerateFiles(Folder, "*.eml").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Parse_OtherLineEnds_ReadsTheSame(string name)
    {
        var whole = await ReadAsync(name);
        var text = Encoding.Latin1.GetString(await BytesAsync(name));
        var lines = text.Split('\n');
        var mixed = string.Concat(lines.Select((line, i) => line + (i == lines.Length - 1 ? "" : i % 3 == 0 ? "\r\n" : "\n")));
        foreach (var changed in new[] { text.Replace("\n", "\r\n", StringComparison.Ordinal), text.Replace('\n', '\r'), mixed, "From sender@out.test Thu Feb 12 10:00:00 2026\n" + text })
        {
            Assert.Equal(whole, Facts(await Readings.ReadAsync(Encoding.Latin1.GetBytes(changed))));
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Parse_OtherCharsetOrEncoding_ReadsTheSame(string name)
    {
        var whole = await ReadAsync(name);
        (string Charset, ContentEncoding Encoding)[] forms =
        [
            ("utf-8", ContentEncoding.Base64), ("utf-8", ContentEncoding.QuotedPrintable), ("iso-2022-jp", ContentEncoding.SevenBit), ("shift_jis", ContentEncoding.EightBit),
            ("euc-jp", ContentEncoding.Base64), ("gb2312", ContentEncoding.QuotedPrintable), ("koi8-r", ContentEncoding.EightBit), ("windows-1251", ContentEncoding.Base64),
            ("iso-8859-1", ContentEncoding.QuotedPrintable), ("iso-8859-15", ContentEncoding.EightBit), ("utf-16", ContentEncoding.Base64),
        ];
        foreach (var form in forms)
        {
            if (Changed(await BytesAsync(name), form.Charset, form.Encoding) is { } changed)
            {
                Assert.Equal((form, whole), (form, Facts(await Readings.ReadAsync(changed))));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Parse_CutAtAnyLine_SaysNothingWrong(string name)
    {
        var whole = await ReadAsync(name);
        var content = await BytesAsync(name);
        for (var at = Array.IndexOf(content, (byte)'\n'); at >= 0; at = Array.IndexOf(content, (byte)'\n', at + 1))
        {
            foreach (var report in (await Readings.ReadAsync(content[..(at + 1)])).Where(report => report.Error is null && report.Kind is not BounceKind.NotABounce))
            {
                var facts = Facts(report).Split(' ');
                Assert.True(whole.Split('\n').Any(line => line.Split(' ').Zip(facts).All(pair => pair.First == pair.Second || pair.Second == "-")), $"cut at byte {at}: {Facts(report)}\nwhole:\n{whole}");
            }
        }
    }

    private static async Task<byte[]> BytesAsync(string name) => await File.ReadAllBytesAsync(Path.Combine(Folder, name));

    private static async Task<string> ReadAsync(string name) => Facts(await Readings.ReadAsync(await BytesAsync(name)));

    private static string Facts(List<BounceReport> reports) => string.Join('\n', reports.Select(Facts));

    private static string Facts(BounceReport report) =>
        $"{report.Recipient ?? "-"} {report.ReplyCode?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"} {report.Status ?? "-"} {report.RemoteIp?.ToString() ?? "-"}";

    // Null where the charset does not have the letters.
    private static byte[]? Changed(byte[] content, string charset, ContentEncoding encoding)
    {
        var message = MimeMessage.Load(new MemoryStream(content));
        foreach (var part in message.BodyParts.OfType<TextPart>().Where(part => part.IsPlain || part.IsHtml))
        {
            if (Encoding.GetEncoding(charset) is var target && target.GetString(target.GetBytes(part.Text)) != part.Text)
            {
                return null;
            }
            part.SetText(Encoding.GetEncoding(charset), part.Text);
            part.ContentTransferEncoding = encoding;
        }
        using var changed = new MemoryStream();
        message.WriteTo(changed);
        return changed.ToArray();
    }
}
