using BounceBoard.Mail.Reading.Logs;
using BounceBoard.Mail.Unpacking;

namespace BounceBoard.Mail.Reading;

/// <summary>
/// What earlier lines of a log told of each message: its id, its sender, its waiting recipients. Bounded: past <see cref="Most"/> messages the one that
/// came first is forgotten, and a later line of it then lacks these fields (they are unknown, not wrong). A removed message is forgotten at once.
/// </summary>
public sealed class LogSession
{
    /// <summary>Messages remembered: about 30 MB, and more than a busy server has in its queue.</summary>
    public const int Most = 100_000;

    private readonly Dictionary<string, QueuedMessage> _messages = new(StringComparer.Ordinal);
    private readonly Queue<QueuedMessage> _inOrder = new();

    /// <summary>A piece without a line of any known form is read and empty: pieces of a log that is followed may be a few lines of other programs.</summary>
    public bool MayBeSilent { get; init; }

    /// <summary>The columns, where the log is a table whose first line names them. A piece without that line is read with what was set here.</summary>
    public LogColumns? Columns { get; set; }

    /// <summary>A row of a table with a line end inside a quoted value, so far.</summary>
    internal string? Unfinished { get; set; }

    /// <summary>The piece whose missing columns were told of: once is enough.</summary>
    internal EvidenceItem? Headerless { get; set; }

    private CsvTable? _table;

    private LogMemory? _memory;

    internal LogMemory Memory => _memory ??= new LogMemory();

    /// <summary>The table with these columns, made once.</summary>
    /// <param name="asked">The columns that are read, see <see cref="CsvTable"/>.</param>
    internal CsvTable Table(IReadOnlyList<string> columns, IReadOnlyList<string> asked) =>
        _table is { } known && ReferenceEquals(known.Columns, columns) ? known : _table = new CsvTable(columns, asked, Memory);

    internal QueuedMessage? Find(ReadOnlySpan<char> key) =>
        _messages.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var message) ? message : null;

    internal QueuedMessage FindOrAdd(ReadOnlySpan<char> key)
    {
        if (Find(key) is { } known)
        {
            return known;
        }
        var message = new QueuedMessage(key.ToString());
        _messages[message.Key] = message;
        _inOrder.Enqueue(message);
        while (_inOrder.Count > Most)
        {
            Forget(_inOrder.Dequeue());
        }
        return message;
    }

    internal void Remove(ReadOnlySpan<char> key)
    {
        if (Find(key) is { } message)
        {
            Forget(message);
        }
    }

    // A queue id is used again after its message was removed; only the message that holds the key now is taken out.
    private void Forget(QueuedMessage message)
    {
        if (_messages.TryGetValue(message.Key, out var held) && ReferenceEquals(held, message))
        {
            _messages.Remove(message.Key);
        }
    }
}
