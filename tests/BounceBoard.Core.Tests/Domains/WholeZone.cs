using BounceBoard.Core.Domains;

namespace BounceBoard.Core.Tests.Domains;

/// <summary>All of DNS in a few lines, <c>name TYPE data</c>; what is not in it does not exist. <c>name FAIL</c> gives no answer.</summary>
internal sealed class WholeZone : IDnsSnapshot
{
    private readonly ILookup<string, (string Type, string Data)> _lines;

    public WholeZone(params string[] lines) => _lines = lines.Select(line => line.Split(' ', 3))
        .ToLookup(words => words[0], words => (words[1], words.Length > 2 ? words[2] : ""), StringComparer.OrdinalIgnoreCase);

    /// <summary>Everything asked so far, in order.</summary>
    public List<RecordQuestion> Asked { get; } = [];

    public RecordAnswer Find(string name, RecordType type)
    {
        Asked.Add(new RecordQuestion(name, type));
        var own = _lines[name].ToList();
        var found = own.Where(line => string.Equals(line.Type, type.ToString(), StringComparison.OrdinalIgnoreCase)).Select(line => line.Data).ToList();
        return own.Any(line => line.Type == "FAIL") ? new RecordAnswer(name, type, DnsState.Unknown, "SERVFAIL", [], null)
            : found.Count > 0 ? new RecordAnswer(name, type, DnsState.Found, "NOERROR", found, 300)
            : new RecordAnswer(name, type, DnsState.Absent, own.Count > 0 ? "NOERROR" : "NXDOMAIN", [], 300);
    }

    RecordAnswer? IDnsSnapshot.Find(string name, RecordType type) => Find(name, type);
}
