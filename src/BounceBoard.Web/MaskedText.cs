using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Tenants;

namespace BounceBoard.Web;

/// <summary>Text from the evidence as this person may see it: whoever may not see recipients sees no address inside a reply either.</summary>
public static class MaskedText
{
    /// <summary>A reply, a reason or an envelope sender.</summary>
    public static string For(TenantContext tenant, string text) =>
        tenant.Can(TenantAction.SeeRecipients) ? text : Outward(text);

    /// <summary>The same for everybody: for what leaves the house.</summary>
    public static string Outward(string text) => RecipientMask.Inside(text);

    /// <summary>A recipient.</summary>
    public static string Recipient(TenantContext tenant, string recipient) =>
        tenant.Can(TenantAction.SeeRecipients) ? recipient : RecipientMask.Mask(recipient);
}
