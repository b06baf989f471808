using System.Buffers;
using System.Runtime.CompilerServices;
using BounceBoard.Core.Evidence;

namespace BounceBoard.Mail.Unpacking;

/// <summary>Takes a file that is no archive, or the one that came out of an archive.</summary>
internal static class PlainFiles
{
    public static IAsyncEnumerable<EvidenceItem> ReadAsync(
        Stream file, ContentForm form, string name, InputLimits limits, WaitingStream? live, CancellationToken cancellationToken) => form switch
        {
            ContentForm.Log => LogChunks.CutAsync(file, name, limits, live, cancellationToken),
            ContentForm.Mbox => MboxMails.SplitAsync(file, name, limits, cancellationToken),
            ContentForm.Empty or ContentForm.Zip or ContentForm.Gzip or ContentForm.Zstandard or ContentForm.OutlookMsg or ContentForm.Mail or ContentForm.Transcript
                or ContentForm.Json or ContentForm.Utf16 or ContentForm.Text or ContentForm.Binary => OneAsync(file, form, name, limits, cancellationToken),
        };

    private static async IAsyncEnumerable<EvidenceItem> OneAsync(
        Stream file, ContentForm form, string name, InputLimits limits, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // What was read to recognise the file is mostly the whole of it.
        if (file is PrefixedStream { IsAllPrefix: true } known && known.Prefix.Length <= limits.MailBytes)
        {
            yield return Item(name, form, known.Prefix);
            yield break;
        }
        var content = new MemoryStream();
        while (await ReadMoreAsync(file, content, cancellationToken) > 0)
        {
            if (content.Length > limits.MailBytes)
            {
                yield return new EvidenceItem(name, EvidenceKind.Unknown, content.ToArray().AsMemory(0, limits.HeadBytes), null, 1, Refusals.TooLarge(limits)) { IsWhole = false };
                yield break;
            }
        }
        yield return Item(name, form, content.GetBuffer().AsMemory(0, (int)content.Length));
    }

    private static EvidenceItem Item(string name, ContentForm form, ReadOnlyMemory<byte> bytes)
    {
        var kind = form switch
        {
            ContentForm.Mail => EvidenceKind.Mail,
            ContentForm.Transcript => EvidenceKind.Transcript,
            ContentForm.Json => EvidenceKind.Webhook,
            _ => EvidenceKind.Unknown,
        };
        return new EvidenceItem(name, kind, bytes, null, 1, kind is EvidenceKind.Unknown ? Refusals.Of(form, bytes.Span) : null);
    }

    private static async ValueTask<int> ReadMoreAsync(Stream file, MemoryStream content, CancellationToken cancellationToken)
    {
        const int Step = 64 * 1024;
        var buffer = ArrayPool<byte>.Shared.Rent(Step);
        try
        {
            var read = await file.ReadAsync(buffer.AsMemory(0, Step), cancellationToken);
            content.Write(buffer, 0, read);
            return read;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
