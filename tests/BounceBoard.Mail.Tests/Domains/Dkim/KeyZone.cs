using BounceBoard.Core.Domains;

namespace BounceBoard.Mail.Tests.Domains.Dkim;

/// <summary>Key records by name. A name that is not there does not exist; <c>FAIL</c> as text gives no answer.</summary>
internal sealed class KeyZone(IReadOnlyDictionary<string, string> records) : IDnsSnapshot
{
    public const string NoAnswer = "FAIL";

    public KeyZone(string name, string record)
        : this(new Dictionary<string, string> { [name] = record })
    {
    }

    public RecordAnswer Find(string name, RecordType type) => !records.TryGetValue(name, out var text) ? new RecordAnswer(name, type, DnsState.Absent, "NXDOMAIN", [], 300)
        : text == NoAnswer ? new RecordAnswer(name, type, DnsState.Unknown, "SERVFAIL", [], null)
        : new RecordAnswer(name, type, DnsState.Found, "NOERROR", [text], 300);

    RecordAnswer? IDnsSnapshot.Find(string name, RecordType type) => Find(name, type);
}
