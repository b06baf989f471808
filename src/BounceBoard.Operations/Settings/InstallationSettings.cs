using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Settings;

namespace BounceBoard.Operations.Settings;

/// <summary>What an owner sets for the whole installation while it runs.</summary>
public sealed class InstallationSettings(InstallationSettingReader reader, InstallationSettingWriter writer, AuditedWrite writes)
{
    private const string PublicUrl = "public-url";

    /// <summary>Where people reach the dashboard; links are made with it and never with the Host header of a request, which anybody can forge.</summary>
    /// <returns>Without a slash at the end; null when it was never set.</returns>
    public async Task<Uri?> PublicUrlAsync(CancellationToken cancellationToken) =>
        await reader.FindAsync(PublicUrl, cancellationToken) is { } value ? new Uri(value) : null;

    /// <param name="url">Absolute, http or https; empty removes the setting.</param>
    public Task<OperationResult<Unit>> SetPublicUrlAsync(Actor actor, string url, CancellationToken cancellationToken) =>
        writes.InInstallationAsync<Unit>(
            actor,
            async scope =>
            {
                var value = url.Trim().TrimEnd('/');
                if (value.Length > 0 && !IsUsable(value))
                {
                    return new OperationResult.Refused($"'{url}' is not an address of a web site. Write it like https://bounces.example.net.");
                }
                var before = await reader.FindAsync(PublicUrl, cancellationToken);
                await writer.SetAsync(PublicUrl, value.Length == 0 ? null : value, scope.Transaction, cancellationToken);
                await scope.AuditAsync("setting.public-url", "installation", $"{before ?? "none"} -> {(value.Length == 0 ? "none" : value)}", cancellationToken);
                return new Unit();
            },
            cancellationToken);

    private static bool IsUsable(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var uri) &&
        (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) &&
        uri is { UserInfo: "", Query: "", Fragment: "" };
}
