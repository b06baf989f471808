using BounceBoard.Core.Replays;

namespace BounceBoard.Cli.Replaying;

/// <summary>Reads a change of DNS.</summary>
internal static class DnsReader
{
    private static readonly string[] Rcodes = ["SERVFAIL", "TIMEOUT", "REFUSED", "NXDOMAIN", "FORMERR", "NOTIMP"];

    public static DnsChange Read(JsonField change, IReadOnlyList<string> resolvers)
    {
        var resolver = change["resolver"].Text() ?? "*";
        if (resolver != "*" && !resolvers.Contains(resolver))
        {
            change["resolver"].Refuse($"must be * or one of {string.Join(", ", resolvers)}");
        }
        var records = change["records"].Items().Select(Record).OfType<ZoneRecord>().ToList();
        var removed = change["names"].Items().Select(field => ZoneRecord.NameOf(field.Required())).Except(records.Select(record => record.Name)).ToList();
        var fails = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, field) in change["fails"].Fields())
        {
            fails[ZoneRecord.NameOf(name)] = Rcode(field);
        }
        return new DnsChange(change["from"].RequiredTime(), resolver == "*" ? null : resolver, records, fails, removed);
    }

    private static ZoneRecord? Record(JsonField field)
    {
        if (!ZoneRecord.TryParse(field.Required(), out var record, out var fault))
        {
            field.Refuse(fault);
        }
        return record;
    }

    private static string Rcode(JsonField field)
    {
        var rcode = field.Required().ToUpperInvariant();
        if (!Rcodes.Contains(rcode))
        {
            field.Refuse($"must be one of {string.Join(", ", Rcodes)}");
        }
        return rcode;
    }
}
