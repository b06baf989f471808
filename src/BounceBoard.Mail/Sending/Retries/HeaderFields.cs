using System.Text;

namespace BounceBoard.Mail.Sending.Retries;

/// <summary>Cuts a header into its fields, folded lines included (RFC 5322 §2.2.3), and leaves every byte as it is.</summary>
internal static class HeaderFields
{
    /// <param name="header">Lines that end in CRLF.</param>
    public static IReadOnlyList<Range> Of(ReadOnlySpan<byte> header)
    {
        var fields = new List<Range>();
        var start = 0;
        while (start < header.Length)
        {
            var end = start;
            do
            {
                var line = header[end..].IndexOf((byte)'\n');
                end = line < 0 ? header.Length : end + line + 1;
            }
            while (end < header.Length && header[end] is (byte)' ' or (byte)'\t');
            // A line that is no field would end the header for a strict reader.
            if (Name(header[start..end]).Length > 0)
            {
                fields.Add(start..end);
            }
            start = end;
        }
        return fields;
    }

    /// <summary>Empty when it is no field: printable ASCII up to the colon.</summary>
    public static string Name(ReadOnlySpan<byte> field)
    {
        var colon = field.IndexOf((byte)':');
        return colon > 0 && !field[..colon].ContainsAnyExceptInRange((byte)'!', (byte)'~') ? Encoding.ASCII.GetString(field[..colon]) : "";
    }
}
