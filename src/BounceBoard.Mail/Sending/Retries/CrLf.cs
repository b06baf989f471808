namespace BounceBoard.Mail.Sending.Retries;

/// <summary>Makes every line end CRLF (RFC 5321 §2.3.8): CRLF stays, a bare LF or CR becomes one, and the last line gets its own.</summary>
internal static class CrLf
{
    public static byte[] Of(ReadOnlySpan<byte> mail)
    {
        var lines = new MemoryStream(mail.Length + 2 + mail.Length / 32);
        while (!mail.IsEmpty)
        {
            var end = mail.IndexOfAny((byte)'\r', (byte)'\n');
            lines.Write(end < 0 ? mail : mail[..end]);
            lines.Write("\r\n"u8);
            var isPair = end >= 0 && end + 1 < mail.Length && mail[end] == '\r' && mail[end + 1] == '\n';
            mail = end < 0 ? [] : mail[(end + (isPair ? 2 : 1))..];
        }
        return lines.ToArray();
    }
}
