using System.Globalization;
using System.Text.Json;

namespace BounceBoard.Core.Domains.Registration;

/// <summary>Reads a registry's answer about a domain (RFC 9083 §5.3).</summary>
public static class RdapDomain
{
    private const int MostStatuses = 20;
    private const int LongestText = 200;

    /// <param name="name">The name that was asked for.</param>
    public static RegistrationFact Parse(string name, ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, RdapJson.Options);
            var root = document.RootElement;
            if (RdapJson.Text(RdapJson.Find(root, "objectClassName")) != "domain" || !IsAbout(name, root))
            {
                return RegistrationFact.Unknown(name, $"The registry's answer is not about {name}.");
            }
            return new RegistrationFact(name, ExpiryOf(root), RegistrarOf(root), [.. RdapJson.Texts(RdapJson.Find(root, "status")).Take(MostStatuses).Select(Plain)], "", false);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return RegistrationFact.Unknown(name, "The registry's answer cannot be read.");
        }
    }

    private static bool IsAbout(string name, JsonElement root) =>
        RdapJson.Text(RdapJson.Find(root, "ldhName")) is var said && (said.Length == 0 || said.TrimEnd('.').Equals(name, StringComparison.OrdinalIgnoreCase));

    // The registry's own "expiration" decides; "registrar expiration" is what the registrar promised its customer.
    private static DateTimeOffset? ExpiryOf(JsonElement root) => RdapJson.Items(RdapJson.Find(root, "events"))
        .Where(one => RdapJson.Text(RdapJson.Find(one, "eventAction")).Equals("expiration", StringComparison.OrdinalIgnoreCase))
        .Select(one => DateTimeOffset.TryParse(
            RdapJson.Text(RdapJson.Find(one, "eventDate")), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : (DateTimeOffset?)null)
        .FirstOrDefault(at => at is not null);

    // The name stands in a jCard: ["vcard", [["version", …], ["fn", {}, "text", "NAME"]]] (RFC 7095 §3).
    private static string RegistrarOf(JsonElement root) => Plain(RdapJson.Items(RdapJson.Find(root, "entities"))
        .Where(entity => RdapJson.Texts(RdapJson.Find(entity, "roles")).Contains("registrar"))
        .SelectMany(entity => RdapJson.Items(RdapJson.Find(entity, "vcardArray")).SelectMany(part => RdapJson.Items(part)))
        .Select(line => RdapJson.Items(line).ToList())
        .Where(line => line.Count > 3 && RdapJson.Text(line[0]) == "fn")
        .Select(line => RdapJson.Text(line[3])).FirstOrDefault() ?? "");

    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsControl(c)).Take(LongestText));
}
