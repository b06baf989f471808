using System.Text.RegularExpressions;

namespace BounceBoard.Core.Tenants;

/// <summary>Recipients as a role sees them that may not see people: the domain stays, the person does not.</summary>
public static partial class RecipientMask
{
    /// <summary><c>j***@example.net</c> for <c>jane.doe@example.net</c>; always three stars, so the length tells nothing.</summary>
    public static string Mask(string recipient)
    {
        var at = recipient.LastIndexOf('@');
        // One character alone would be the whole local part; text without an at sign may be anything.
        return at switch
        {
            < 0 => "***",
            < 2 => "***" + recipient[at..],
            _ => FirstCharacter(recipient) + "***" + recipient[at..],
        };
    }

    /// <summary>Masks every address inside a text.</summary>
    public static string Inside(string text) => Addresses().Replace(text, found => Mask(found.Value));

    /// <summary>Masks unless the person may see recipients.</summary>
    public static string For(string recipient, InstallationRole installation, TenantRole? tenant) =>
        RoleMatrix.Allows(TenantAction.SeeRecipients, installation, tenant) ? recipient : Mask(recipient);

    // A surrogate pair is one character to a reader; half of one is no text.
    private static string FirstCharacter(string recipient) =>
        char.IsHighSurrogate(recipient[0]) && char.IsLowSurrogate(recipient[1]) ? recipient[..2] : recipient[..1];

    // Wider than the grammar of an address: what is masked too much harms nobody.
    [GeneratedRegex("""(?:"[^"\r\n]*"|[^\s<>,;:()\[\]{}|"]+)@[^\s<>,;:()\[\]{}|"']+""", RegexOptions.NonBacktracking)]
    private static partial Regex Addresses();
}
