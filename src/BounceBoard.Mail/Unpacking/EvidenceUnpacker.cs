using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace BounceBoard.Mail.Unpacking;

/// <summary>
/// Splits what a person, a folder or a program hands in into mails, pieces of logs and sessions. Recognises by content, never by name,
/// keeps to <see cref="InputLimits"/>, and never throws on content: what cannot be taken comes out with a reason.
/// </summary>
public sealed class EvidenceUnpacker(InputLimits limits)
{
    public EvidenceUnpacker()
        : this(InputLimits.Default)
    {
    }

    /// <summary>
    /// The input may be a program that goes on writing (<c>tail -F</c>): a log is given out line by line whenever nothing came for so long. Null: in
    /// whole pieces.
    /// </summary>
    public TimeSpan? Pause { get; init; }

    /// <exception cref="IOException">The input itself cannot be read.</exception>
    public async IAsyncEnumerable<EvidenceItem> UnpackAsync(
        Stream input, string name, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var number = 0;
        await using var live = Pause is { } pause ? new WaitingStream(input, pause) : null;
        var copy = new ArchiveCopy(live ?? input, limits.CompressedBytes);
        await using var items = OpenAsync(copy, name, live, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            EvidenceItem item;
            var broken = false;
            try
            {
                if (!await items.MoveNextAsync())
                {
                    yield break;
                }
                item = items.Current;
            }
            catch (InvalidDataException problem)
            {
                // Broken archives, and the guard that stops bombs: what was read before stays.
                item = Refusals.Archive(name, problem.Message, await copy.WholeAsync(cancellationToken));
                broken = true;
            }
            yield return item with { Ordinal = ++number };
            if (broken)
            {
                yield break;
            }
        }
    }

    private async IAsyncEnumerable<EvidenceItem> OpenAsync(
        ArchiveCopy input, string name, WaitingStream? live, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var head = live is null
            ? await PrefixedStream.HeadAsync(input, limits.HeadBytes, cancellationToken)
            : await LiveHead.ReadAsync(input, live, limits.HeadBytes, cancellationToken);
        var form = ContentForms.Of(head.Span);
        if (form is ContentForm.Zip or ContentForm.Gzip or ContentForm.Zstandard)
        {
            input.Begin(head.Span);
        }
        var whole = new PrefixedStream(head, input) { IsAllPrefix = head.Length < limits.HeadBytes };
        var items = form switch
        {
            ContentForm.Gzip or ContentForm.Zstandard => ExpandAsync(whole, form, name, cancellationToken),
            ContentForm.Zip => ZipMembers.ReadAsync(whole, name, limits, cancellationToken),
            _ => PlainFiles.ReadAsync(whole, form, name, limits, live, cancellationToken),
        };
        await foreach (var item in items)
        {
            yield return item;
        }
    }

    // A compressed log is streamed like a plain one: no limit on its size, but the ratio still holds. Anything else keeps to the sizes.
    private async IAsyncEnumerable<EvidenceItem> ExpandAsync(
        PrefixedStream compressed, ContentForm packed, string name, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using Stream expanding = packed is ContentForm.Zstandard
            ? new ZstandardStream(compressed)
            : new GZipStream(compressed, CompressionMode.Decompress, leaveOpen: true);
        var head = await PrefixedStream.HeadAsync(expanding, limits.HeadBytes, cancellationToken);
        var form = ContentForms.Of(head.Span);
        if (form is ContentForm.Empty)
        {
            throw new InvalidDataException("is broken or holds nothing (no text by its end); compress the file again, or send it uncompressed");
        }
        var guard = new ExpansionGuard(limits, form is ContentForm.Log ? null : limits.ExpandedBytes, () => compressed.Count);
        var whole = guard.Watch(new PrefixedStream(head, expanding));
        await foreach (var item in PlainFiles.ReadAsync(whole, form, name, limits, null, cancellationToken))
        {
            if (form is not ContentForm.Log && compressed.Count > limits.CompressedBytes)
            {
                throw new InvalidDataException($"is larger than {limits.CompressedBytes / (1024 * 1024)} MB; send its files one by one");
            }
            yield return item;
        }
    }
}
