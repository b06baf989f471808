using System.Text;

namespace BounceBoard.TestKit.Smtp;

/// <summary>What a scripted server does at a stage.</summary>
/// <param name="Answer">Sent as it is; ends in CRLF when it is to be a reply.</param>
/// <param name="Repeats">Sent again and again until the client goes away.</param>
/// <param name="Pause">Between the bytes of the answer; null: at once.</param>
/// <param name="Drops">Closes the connection after that.</param>
public sealed record SinkAction(ReadOnlyMemory<byte> Answer, bool Repeats = false, TimeSpan? Pause = null, bool Drops = false)
{
    /// <summary>Closes without a word.</summary>
    public static SinkAction Drop { get; } = new(ReadOnlyMemory<byte>.Empty, Drops: true);

    /// <summary>Says nothing and stays.</summary>
    public static SinkAction Silence { get; } = new(ReadOnlyMemory<byte>.Empty);

    /// <summary>A reply that never reaches its last line.</summary>
    public static SinkAction Endless { get; } = new(Encoding.ASCII.GetBytes("250-and so on, and so on, and so on\r\n"), Repeats: true);

    /// <summary>A line that never ends.</summary>
    public static SinkAction EndlessLine { get; } = new(Encoding.ASCII.GetBytes("250 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"), Repeats: true);

    /// <summary>Bytes above 127, no code, no line anybody could read.</summary>
    public static SinkAction Junk { get; } = new(Enumerable.Range(0, 400).Select(i => (byte)(128 + i % 120)).Append((byte)'\r').Append((byte)'\n').ToArray());

    public static SinkAction Say(string line) => new(Encoding.UTF8.GetBytes(line + "\r\n"));

    public static SinkAction SayAndDrop(string line) => Say(line) with { Drops = true };

    /// <summary>One byte per pause.</summary>
    public static SinkAction Drip(string line, TimeSpan pause) => Say(line) with { Pause = pause };

    /// <summary>A reply of many lines.</summary>
    public static SinkAction Huge(int code, int lines) => new(Encoding.ASCII.GetBytes(
        string.Concat(Enumerable.Range(1, lines - 1).Select(i => $"{code}-line {i} of a long story\r\n")) + $"{code} end\r\n"));
}
