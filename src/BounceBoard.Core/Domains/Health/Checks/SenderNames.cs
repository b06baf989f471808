using System.Net;
using System.Net.Sockets;
using BounceBoard.Core.Domains.Spf;
using BounceBoard.Core.Endpoints;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>Names of a sending address, and where they are confirmed (RFC 8601 §2.7.3).</summary>
internal static class SenderNames
{
    /// <summary>Names of one PTR set that are confirmed; receivers stop early too (RFC 7208 §5.5).</summary>
    private const int MostNames = 10;

    public static RecordType AddressType(IPAddress address) => address.AddressFamily == AddressFamily.InterNetwork ? RecordType.A : RecordType.Aaaa;

    public static RecordQuestion Reverse(IPAddress address) => new(ReverseName.Of(address), RecordType.Ptr);

    public static IReadOnlyList<string> Confirmable(IPAddress address, IDnsSnapshot dns)
    {
        var question = Reverse(address);
        return [.. (dns.Find(question.Name, question.Type)?.Records ?? []).Select(TargetName.WithoutRootDot).Where(name => TargetName.CanExist(name)).Take(MostNames)];
    }

    public static bool Holds(RecordAnswer answer, IPAddress address) => answer.Records.Any(text => IPAddress.TryParse(text, out var parsed) && parsed.Equals(address));
}
