using System.Globalization;
using System.Net;
using System.Text;

namespace BounceBoard.Core.Domains.Spf;

/// <summary>Expands macros (RFC 7208 §7.2 to §7.4).</summary>
internal sealed class SpfMacros(SpfRun run, ValidatedNames names)
{
    private readonly string _helo = SpfIdentity.InALabels(run.Request.Helo.Trim());

    /// <summary>The target of a mechanism or modifier, without the root dot, cut on the left to 253 characters (§7.3).</summary>
    /// <param name="spec">A valid domain-spec; empty for the current domain (§4.8).</param>
    /// <returns>Null while DNS was not asked for what the macro <c>p</c> needs.</returns>
    public string? Target(string spec, string domain)
    {
        if (spec.Length == 0)
        {
            return TargetName.WithoutRootDot(domain);
        }
        var text = spec.Contains('%', StringComparison.Ordinal) ? Expand(spec, domain) : spec;
        return text is null ? null : TargetName.Shortened(TargetName.WithoutRootDot(text));
    }

    /// <param name="text">A valid macro-string.</param>
    /// <returns>Null while DNS was not asked for what the macro <c>p</c> needs.</returns>
    public string? Expand(string text, string domain)
    {
        var expanded = new StringBuilder(text.Length + 32);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%')
            {
                expanded.Append(text[i]);
                continue;
            }
            i++;
            if (text[i] != '{')
            {
                expanded.Append(text[i] switch { '_' => " ", '-' => "%20", _ => "%" });
                continue;
            }
            var end = text.IndexOf('}', i);
            var body = text.AsSpan(i + 1, end - i - 1);
            if (ValueOf(char.ToLowerInvariant(body[0]), domain) is not { } value)
            {
                return null;
            }
            value = MacroTransform.Apply(value, body[1..]);
            expanded.Append(char.IsAsciiLetterUpper(body[0]) ? Uri.EscapeDataString(value) : value);
            i = end;
        }
        return expanded.ToString();
    }

    private string? ValueOf(char letter, string domain) => letter switch
    {
        's' => run.Identity.Sender,
        'l' => run.Identity.LocalPart,
        'o' => run.Identity.Domain,
        'd' => domain,
        'i' => DottedClient(),
        'p' => names.NameFor(domain),
        'v' => run.Client.IsV6 ? "ip6" : "in-addr",
        'h' => _helo,
        'c' => Client().ToString(),
        'r' => run.Request.Receiver,
        _ => run.Request.At.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
    };

    private IPAddress Client() => run.Request.Ip.IsIPv4MappedToIPv6 ? run.Request.Ip.MapToIPv4() : run.Request.Ip;

    // IPv6 as dotted nibbles (§7.3), in upper case as the RFC's test suite spells them; DNS does not mind.
    private string DottedClient() => run.Client.IsV6
        ? string.Join('.', run.Client.Bits.ToString("X32", CultureInfo.InvariantCulture).AsEnumerable())
        : Client().ToString();
}
