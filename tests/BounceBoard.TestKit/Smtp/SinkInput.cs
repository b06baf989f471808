using System.Text;

namespace BounceBoard.TestKit.Smtp;

/// <summary>What a client says, byte for byte: a line ends in LF, a mail only in CRLF, dot, CRLF.</summary>
internal sealed class SinkInput(Stream stream, ScriptedSink sink)
{
    private readonly List<byte> _held = [];
    private readonly byte[] _buffer = new byte[16 * 1024];

    /// <summary>Null when the client went away. Latin-1, line end included.</summary>
    public async Task<string?> LineAsync(CancellationToken cancellationToken)
    {
        int end;
        while ((end = _held.IndexOf((byte)'\n')) < 0)
        {
            if (!await FillAsync(cancellationToken))
            {
                return null;
            }
        }
        return Encoding.Latin1.GetString(Cut(end + 1));
    }

    /// <summary>Waits for the first bytes of a mail and leaves them.</summary>
    public async Task SomeAsync(CancellationToken cancellationToken)
    {
        if (_held.Count == 0)
        {
            await FillAsync(cancellationToken);
        }
    }

    /// <summary>Null when the client went away before the end of data.</summary>
    public async Task<byte[]?> MailAsync(CancellationToken cancellationToken)
    {
        // The DATA line's own CRLF counts (RFC 5321 §4.1.1.4): an empty mail is a dot alone.
        _held.InsertRange(0, "\r\n"u8);
        var searched = 0;
        while (true)
        {
            var end = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_held)[searched..].IndexOf("\r\n.\r\n"u8);
            if (end >= 0)
            {
                var mail = Cut(searched + end + 5);
                return mail.Length > 5 ? mail[2..^3] : [];
            }
            searched = Math.Max(0, _held.Count - 4);
            if (!await FillAsync(cancellationToken))
            {
                return null;
            }
        }
    }

    private byte[] Cut(int count)
    {
        var cut = _held[..count].ToArray();
        _held.RemoveRange(0, count);
        return cut;
    }

    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        var count = await stream.ReadAsync(_buffer, cancellationToken);
        sink.Take(_buffer.AsSpan(0, count));
        _held.AddRange(_buffer.AsSpan(0, count));
        return count > 0;
    }
}
