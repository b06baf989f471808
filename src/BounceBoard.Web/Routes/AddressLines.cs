using System.Net;

namespace BounceBoard.Web.Routes;

/// <summary>IP addresses as a person types them, one per line or separated by commas, with the first that is none.</summary>
internal sealed record AddressLines(IReadOnlyList<IPAddress> Addresses, string? Problem)
{
    public static AddressLines Read(string text)
    {
        var words = text.Split(['\n', '\r', ',', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var wrong = words.FirstOrDefault(word => !IPAddress.TryParse(word, out _));
        return wrong is null
            ? new AddressLines([.. words.Select(IPAddress.Parse)], null)
            : new AddressLines([], $"'{wrong}' is not an IP address. Write addresses like 192.0.2.7, one per line.");
    }
}
