using System.Text;
using BounceBoard.TestKit.Evidence;

namespace BounceBoard.Faults.Tests.Disks;

/// <summary>A bounce with an attachment that cannot be packed: it needs its size on the disk.</summary>
internal static class Noise
{
    public static byte[] Bytes(int number, int size)
    {
        var random = new byte[size * 3 / 4];
        new Random(number).NextBytes(random);
        var mail = new SampleDsn { Recipient = $"big{number}@example.test", MessageId = $"big{number}@sender.test" };
        return [.. mail.ToBytes(), .. Encoding.ASCII.GetBytes(Convert.ToBase64String(random, Base64FormattingOptions.InsertLineBreaks))];
    }
}
