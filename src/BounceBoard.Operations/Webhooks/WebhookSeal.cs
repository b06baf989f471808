using System.Globalization;
using System.Security.Cryptography;
using BounceBoard.Core.Tenants;
using Microsoft.AspNetCore.DataProtection;

namespace BounceBoard.Operations.Webhooks;

/// <summary>Encrypts what belongs to one source with the installation's keys; a text that was moved to another row opens nothing there.</summary>
internal sealed class WebhookSeal(IDataProtectionProvider keys)
{
    public string Close(TenantId tenant, long sourceId, string text) => Protector(tenant, sourceId).Protect(text);

    /// <returns>Null when there is nothing, or when the key is gone.</returns>
    public string? Open(TenantId tenant, long sourceId, string? closed)
    {
        try
        {
            return closed is null ? null : Protector(tenant, sourceId).Unprotect(closed);
        }
        catch (CryptographicException)
        {
            // The keys were lost or replaced: the page asks for the secret again.
            return null;
        }
    }

    private IDataProtector Protector(TenantId tenant, long sourceId) => keys.CreateProtector(
        "BounceBoard.Webhooks", tenant.Value.ToString(CultureInfo.InvariantCulture), sourceId.ToString(CultureInfo.InvariantCulture));
}
