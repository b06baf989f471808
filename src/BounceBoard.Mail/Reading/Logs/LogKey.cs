namespace BounceBoard.Mail.Reading.Logs;

/// <summary>Host and queue id together: an id is unique on one host only.</summary>
internal static class LogKey
{
    /// <summary>Characters that a key may have.</summary>
    public const int Most = 128;

    /// <param name="buffer">At least <see cref="Most"/> characters.</param>
    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> host, ReadOnlySpan<char> id, Span<char> buffer)
    {
        host = host[..Math.Min(host.Length, Most / 2)];
        id = id[..Math.Min(id.Length, Most / 2)];
        host.CopyTo(buffer);
        id.CopyTo(buffer[host.Length..]);
        return buffer[..(host.Length + id.Length)];
    }
}
