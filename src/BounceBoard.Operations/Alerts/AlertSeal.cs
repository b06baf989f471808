using System.Globalization;
using System.Security.Cryptography;
using BounceBoard.Core.Tenants;
using Microsoft.AspNetCore.DataProtection;

namespace BounceBoard.Operations.Alerts;

/// <summary>Encrypts the secret of one destination with the installation's keys; a text that was moved to another row opens nothing there.</summary>
internal sealed class AlertSeal(IDataProtectionProvider keys)
{
    public string Close(TenantId tenant, long destinationId, string text) => Protector(tenant, destinationId).Protect(text);

    /// <returns>Null when there is nothing, or when the key is gone.</returns>
    public string? Open(TenantId tenant, long destinationId, string? closed)
    {
        try
        {
            return closed is null ? null : Protector(tenant, destinationId).Unprotect(closed);
        }
        catch (CryptographicException)
        {
            // The keys were lost or replaced: the answer on the page asks for a new secret.
            return null;
        }
    }

    private IDataProtector Protector(TenantId tenant, long destinationId) => keys.CreateProtector(
        "BounceBoard.Alerts", tenant.Value.ToString(CultureInfo.InvariantCulture), destinationId.ToString(CultureInfo.InvariantCulture));
}
