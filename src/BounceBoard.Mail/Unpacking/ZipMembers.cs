using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;

namespace BounceBoard.Mail.Unpacking;

/// <summary>Opens a zip file in memory. Names and sizes that it states are not believed; nothing is written to disk.</summary>
internal static class ZipMembers
{
    public static async IAsyncEnumerable<EvidenceItem> ReadAsync(
        Stream file, string name, InputLimits limits, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var content = await LoadAsync(file, limits, cancellationToken);
        using var archive = new ZipArchive(content, ZipArchiveMode.Read);
        var members = archive.Entries.Where(entry => !entry.FullName.EndsWith('/')).ToList();
        if (members.Count > limits.ArchiveMembers)
        {
            throw new InvalidDataException($"holds {members.Count} files, more than {limits.ArchiveMembers}; put the mails into one mbox file or send fewer at once");
        }
        if (members.Count == 0)
        {
            throw new InvalidDataException("holds no file; send the bounce mail or the log itself");
        }
        var guard = new ExpansionGuard(limits, limits.ExpandedBytes, () => content.Length);
        var number = 0;
        foreach (var member in members)
        {
            await using var expanding = guard.Watch(await member.OpenAsync(cancellationToken));
            var head = await PrefixedStream.HeadAsync(expanding, limits.HeadBytes, cancellationToken);
            var memberName = $"{name}#{++number} {ShownName(member.FullName)}".TrimEnd();
            await foreach (var item in PlainFiles.ReadAsync(new PrefixedStream(head, expanding), ContentForms.Of(head.Span), memberName, limits, null, cancellationToken))
            {
                yield return item;
            }
        }
    }

    private static async Task<MemoryStream> LoadAsync(Stream file, InputLimits limits, CancellationToken cancellationToken)
    {
        var content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await file.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (content.Length + read > limits.CompressedBytes)
            {
                throw new InvalidDataException($"is larger than {limits.CompressedBytes / (1024 * 1024)} MB; send its files one by one");
            }
            content.Write(buffer, 0, read);
        }
        content.Position = 0;
        return content;
    }

    // A member's name is shown and never used: no folders, no control characters, no endless length.
    private static string ShownName(string fullName)
    {
        var last = fullName.AsSpan(fullName.LastIndexOfAny(['/', '\\']) + 1);
        var shown = new StringBuilder();
        foreach (var c in last[..Math.Min(last.Length, 100)])
        {
            shown.Append(char.IsControl(c) ? '?' : c);
        }
        return shown.ToString();
    }
}
