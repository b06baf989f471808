using System.Text;
using BounceBoard.Core.Addresses;

namespace BounceBoard.Core.Domains.Spf;

/// <summary>The identity that is checked: MAIL FROM, or HELO when MAIL FROM is null (RFC 7208 §2.3, §2.4).</summary>
/// <param name="IsHelo">MAIL FROM is null, so the HELO name stands for it, with the local part <c>postmaster</c> (§2.4).</param>
/// <param name="LocalPart">As submitted; <c>postmaster</c> where there is none (§4.3).</param>
/// <param name="Domain">In A-labels (§4.3, RFC 8616 §4), otherwise as submitted.</param>
public sealed record SpfIdentity(bool IsHelo, string LocalPart, string Domain)
{
    private const string Postmaster = "postmaster";

    public string Sender => $"{LocalPart}@{Domain}";

    public static SpfIdentity Of(SpfRequest request)
    {
        var text = request.MailFrom.Trim();
        text = text.Length > 1 && text[0] == '<' && text[^1] == '>' ? text[1..^1] : text;
        if (text.Length == 0)
        {
            return new SpfIdentity(true, Postmaster, InALabels(request.Helo.Trim()));
        }
        // A quoted local part may hold an at sign; the last one separates (RFC 5321 §4.1.2).
        var at = text.LastIndexOf('@');
        return new SpfIdentity(false, at > 0 ? text[..at] : Postmaster, InALabels(text[(at + 1)..]));
    }

    /// <summary>The name in A-labels where it has U-labels that can be written so; anything else unchanged.</summary>
    internal static string InALabels(string name) =>
        !Ascii.IsValid(name) && DomainName.TryParse(name, out var domain) ? domain.Value : name;
}
