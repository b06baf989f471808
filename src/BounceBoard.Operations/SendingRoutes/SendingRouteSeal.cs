using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Keys;
using BounceBoard.Storage.SendingRoutes;
using Microsoft.AspNetCore.DataProtection;

namespace BounceBoard.Operations.SendingRoutes;

/// <summary>The three secrets of a route. Each is sealed with its name, so that one put in another's column opens nothing there.</summary>
internal sealed class SendingRouteSeal(IDataProtectionProvider keys) : RowSeal(keys, "BounceBoard.SendingRoutes")
{
    private const string PasswordField = "password:";
    private const string DkimField = "dkim:";
    private const string SecretField = "secret:";

    public string ClosePassword(TenantId tenant, long id, string text) => Close(tenant, id, PasswordField + text);

    public string CloseDkimKey(TenantId tenant, long id, string pem) => Close(tenant, id, DkimField + pem);

    public string CloseSecret(TenantId tenant, long id, string text) => Close(tenant, id, SecretField + text);

    /// <returns>Null when there is none, or when the installation's keys do not open it.</returns>
    public string? Password(TenantId tenant, SendingRouteRow route) => Open(tenant, route, route.PasswordSealed, PasswordField);

    /// <inheritdoc cref="Password"/>
    public string? DkimKey(TenantId tenant, SendingRouteRow route) => Open(tenant, route, route.DkimKeySealed, DkimField);

    /// <inheritdoc cref="Password"/>
    public string? Secret(TenantId tenant, SendingRouteRow route) => Open(tenant, route, route.SecretSealed, SecretField);

    private string? Open(TenantId tenant, SendingRouteRow route, string? closed, string field) =>
        Open(tenant, route.Id, closed) is { } text && text.StartsWith(field, StringComparison.Ordinal) ? text[field.Length..] : null;
}
