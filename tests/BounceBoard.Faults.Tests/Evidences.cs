using System.Globalization;
using BounceBoard.TestKit.Evidence;

namespace BounceBoard.Faults.Tests;

/// <summary>Input of which every refusal is known by its recipient: <c>p12-3@example.test</c> is the third of the twelfth batch.</summary>
internal static class Evidences
{
    private static readonly DateTimeOffset At = new(2026, 11, 16, 7, 2, 11, TimeSpan.Zero);

    /// <summary>Writes mails and one log, each with refusals of its own, into a new folder.</summary>
    /// <returns>The folder.</returns>
    public static string Write(string parent, int batch, int mails, int lines)
    {
        var folder = Path.Combine(parent, batch.ToString("0000", CultureInfo.InvariantCulture));
        Directory.CreateDirectory(folder);
        for (var i = 0; i < mails; i++)
        {
            File.WriteAllBytes(Path.Combine(folder, $"{batch}-{i}.eml"), Mail(batch, i));
        }
        if (lines > 0)
        {
            File.WriteAllBytes(Path.Combine(folder, $"{batch}.log"), Log(batch, mails, lines));
        }
        return folder;
    }

    public static byte[] Mail(int batch, int i) =>
        new SampleDsn { Recipient = $"p{batch}-{i}@example.test", MessageId = $"m{batch}-{i}@sender.test", At = At.AddSeconds(i) }.ToBytes();

    public static byte[] Log(int batch, int first, int lines)
    {
        var log = new SampleLog();
        for (var i = first; i < first + lines; i++)
        {
            log.Refused(At.AddSeconds(i), $"p{batch}-{i}@example.test", $"m{batch}-{i}@sender.test");
        }
        return log.ToBytes();
    }
}
