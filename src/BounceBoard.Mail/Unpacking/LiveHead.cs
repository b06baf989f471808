namespace BounceBoard.Mail.Unpacking;

/// <summary>Reads the beginning of an input that a program goes on writing to, by which it is recognised.</summary>
internal static class LiveHead
{
    /// <returns>As much as asked, or less when the input ends or pauses after lines that are a log's: nobody knows when the next one comes.</returns>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream input, WaitingStream live, int bytes, CancellationToken cancellationToken)
    {
        var head = new byte[bytes];
        var length = 0;
        while (length < bytes)
        {
            if (IsLog(head.AsSpan(0, length)) && await live.IsQuietAsync(cancellationToken))
            {
                break;
            }
            var count = await input.ReadAsync(head.AsMemory(length), cancellationToken);
            if (count == 0)
            {
                break;
            }
            length += count;
        }
        return head.AsMemory(0, length);
    }

    private static bool IsLog(ReadOnlySpan<byte> head) =>
        head.LastIndexOf((byte)'\n') is var end and > 0 && ContentForms.Of(head[..(end + 1)]) is ContentForm.Log;
}
