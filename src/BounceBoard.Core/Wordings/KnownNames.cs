using System.Collections.Frozen;

namespace BounceBoard.Core.Wordings;

/// <summary>What the refusal itself says of its people and its message: so it is recognised in the reply where nothing else gives it away.</summary>
internal sealed class KnownNames
{
    /// <summary>Stands in the text where a name was.</summary>
    public const char Hidden = '\u0001';

    private const int ShortestName = 3;

    // Mailboxes of roles name nobody, and replies are full of these words.
    private static readonly FrozenSet<string> Roles = FrozenSet.Create(
        StringComparer.Ordinal, "user", "users", "mail", "email", "mailbox", "postmaster", "info", "admin", "abuse", "support", "contact", "office", "bounce",
        "bounces", "test", "service", "news", "webmaster", "root", "spam", "message", "account", "address", "recipient", "sender", "unknown", "the", "reply",
        "not", "server", "domain", "host", "error", "list", "local", "for", "and", "from");

    private readonly HashSet<string> _alone = new(StringComparer.Ordinal);

    private readonly List<string> _anywhere = [];

    /// <param name="persons">Addresses, or ids; what is null or short counts for nothing.</param>
    public KnownNames(ReadOnlySpan<string?> persons)
    {
        foreach (var person in persons)
        {
            if (person is not null)
            {
                Add(person.ToLowerInvariant());
            }
        }
        // The longest first: "jane.doe" must not be torn apart by "jane".
        _anywhere.Sort((a, b) => b.Length - a.Length);
    }

    public bool Contains(ReadOnlySpan<char> word) => _alone.Count > 0 && _alone.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>Takes out what cannot be a word of its own: a local part with a dot or a digit may stand without a space before or behind.</summary>
    public string Hide(string words)
    {
        foreach (var name in _anywhere)
        {
            words = words.Replace(name, "\u0001", StringComparison.Ordinal);
        }
        return words;
    }

    private void Add(string person)
    {
        var at = person.LastIndexOf('@');
        var local = (at > 0 ? person[..at] : person).Trim('"', ' ');
        if (local.Length >= ShortestName && !local.Contains(' ') && local.Any(c => !char.IsLetter(c)))
        {
            _anywhere.Add(local);
        }
        var start = 0;
        for (var end = 0; end <= local.Length; end++)
        {
            if (end == local.Length || !char.IsLetter(local[end]))
            {
                if (end - start >= ShortestName && local[start..end] is var part && !Roles.Contains(part))
                {
                    _alone.Add(part);
                }
                start = end + 1;
            }
        }
    }
}
