using System.Net;
using System.Text.Json;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;

namespace BounceBoard.Storage.MxObservations;

/// <summary>
/// Answers as canonical text: equal answers give equal text. The time to live is left out, because it counts down and would end
/// every interval; answers come from Dns in their one order already.
/// </summary>
internal static class AnswerJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static string Write(MxAnswer answer) => JsonSerializer.Serialize(
        new Mx(answer.Rcode, answer.IsNullMx, [.. answer.Hosts.Select(HostOf)], [.. answer.ImplicitAddresses.Select(Text)]), Options);

    public static string Write(RecordAnswer answer) => JsonSerializer.Serialize(new Record(answer.Rcode, [.. answer.Records]), Options);

    public static MxAnswer ReadMx(string json, string domain, string state, int? ttl)
    {
        var mx = JsonSerializer.Deserialize<Mx>(json, Options) ?? throw new JsonException("A stored MX answer is empty.");
        return new MxAnswer
        {
            Domain = DomainName.Parse(domain),
            State = Enum.Parse<DnsState>(state),
            Rcode = mx.Rcode,
            IsNullMx = mx.NullMx,
            Hosts = [.. mx.Hosts.Select(host => new MxHost(
                DomainName.Parse(host.Name), host.Preference, Enum.Parse<DnsState>(host.State), Addresses(host.Addresses)))],
            ImplicitAddresses = Addresses(mx.Implicit),
            Ttl = ttl,
        };
    }

    public static RecordAnswer ReadRecord(string json, string name, string type, string state, int? ttl)
    {
        var record = JsonSerializer.Deserialize<Record>(json, Options) ?? throw new JsonException("A stored DNS answer is empty.");
        return new RecordAnswer(name, Enum.Parse<RecordType>(type), Enum.Parse<DnsState>(state), record.Rcode, record.Records, ttl);
    }

    private static Host HostOf(MxHost host) =>
        new(host.Name.Value, host.Preference, host.AddressState.ToString(), [.. host.Addresses.Select(Text)]);

    private static string Text(IPAddress address) => address.ToString();

    private static IReadOnlyList<IPAddress> Addresses(string[] texts) => [.. texts.Select(IPAddress.Parse)];

    private sealed record Mx(string Rcode, bool NullMx, Host[] Hosts, string[] Implicit);

    private sealed record Host(string Name, int Preference, string State, string[] Addresses);

    private sealed record Record(string Rcode, string[] Records);
}
