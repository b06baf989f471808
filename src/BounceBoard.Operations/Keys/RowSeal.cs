using System.Globalization;
using System.Security.Cryptography;
using BounceBoard.Core.Tenants;
using Microsoft.AspNetCore.DataProtection;

namespace BounceBoard.Operations.Keys;

/// <summary>Encrypts what belongs to one row of a tenant with the installation's keys; a text that was moved to another row opens nothing there.</summary>
/// <param name="purpose">What kind of row it is; stored texts open under the same one only.</param>
internal abstract class RowSeal(IDataProtectionProvider keys, string purpose)
{
    public string Close(TenantId tenant, long id, string text) => Protector(tenant, id).Protect(text);

    /// <returns>Null when there is nothing, or when the key is gone.</returns>
    public string? Open(TenantId tenant, long id, string? closed)
    {
        try
        {
            return closed is null ? null : Protector(tenant, id).Unprotect(closed);
        }
        catch (CryptographicException)
        {
            // The keys were lost or replaced: the page asks for the secret again.
            return null;
        }
    }

    private IDataProtector Protector(TenantId tenant, long id) =>
        keys.CreateProtector(purpose, tenant.Value.ToString(CultureInfo.InvariantCulture), id.ToString(CultureInfo.InvariantCulture));
}
