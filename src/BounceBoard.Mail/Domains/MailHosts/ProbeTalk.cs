using System.Text;

namespace BounceBoard.Mail.Domains.MailHosts;

/// <summary>Commands and replies over one connection; what the other side says is limited and never trusted.</summary>
internal sealed class ProbeTalk(Stream stream)
{
    // RFC 5321 §4.5.3.1.5 gives 512 octets to a line; real banners are longer.
    private const int LongestLine = 2048;
    private const int MostLines = 100;

    private readonly byte[] _buffer = new byte[LongestLine];
    private int _held;

    /// <summary>Something was said that nobody asked for yet.</summary>
    public bool HasMore => _held > 0;

    /// <exception cref="IOException">The connection ended, or what came is no reply; the message is a sentence.</exception>
    public async Task<ProbeReply> SayAsync(string command, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(command + "\r\n"), cancellationToken);
        return await HearAsync(cancellationToken);
    }

    /// <inheritdoc cref="SayAsync"/>
    public async Task<ProbeReply> HearAsync(CancellationToken cancellationToken)
    {
        List<string> lines = [];
        var code = 0;
        for (var isLast = false; !isLast;)
        {
            var line = await LineAsync(cancellationToken);
            if (line.Length < 3 || !int.TryParse(line[..3], System.Globalization.NumberStyles.None, null, out var said) || said is < 200 or > 599
                || (line.Length > 3 && line[3] is not (' ' or '-')) || (code != 0 && said != code))
            {
                throw new IOException("The server says something that is no SMTP reply.");
            }
            (code, isLast) = (said, line.Length == 3 || line[3] == ' ');
            lines.Add(line.Length > 4 ? line[4..] : "");
            if (lines.Count > MostLines)
            {
                throw new IOException("The server's reply does not end.");
            }
        }
        return new ProbeReply(code, lines);
    }

    private async Task<string> LineAsync(CancellationToken cancellationToken)
    {
        int end;
        while ((end = Array.IndexOf(_buffer, (byte)'\n', 0, _held)) < 0)
        {
            if (_held == _buffer.Length)
            {
                throw new IOException("The server's line does not end.");
            }
            var count = await stream.ReadAsync(_buffer.AsMemory(_held), cancellationToken);
            _held += count > 0 ? count : throw new IOException("The server ended the connection.");
        }
        // Control characters would steer whoever prints it.
        var line = new string([.. Encoding.UTF8.GetString(_buffer, 0, end).TrimEnd('\r').Select(c => char.IsControl(c) ? '\uFFFD' : c)]);
        _held -= end + 1;
        Buffer.BlockCopy(_buffer, end + 1, _buffer, 0, _held);
        return line;
    }
}
