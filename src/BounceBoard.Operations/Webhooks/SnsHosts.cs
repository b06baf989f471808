using System.Text.RegularExpressions;

namespace BounceBoard.Operations.Webhooks;

/// <summary>Amazon's own addresses for SNS; nothing else is ever asked on behalf of a message.</summary>
internal static partial class SnsHosts
{
    /// <returns>The address, when it is one of SNS over https; else null.</returns>
    public static Uri? Address(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort &&
        address.UserInfo.Length == 0 && Name().IsMatch(address.IdnHost)
            ? address
            : null;

    [GeneratedRegex(@"\Asns\.[a-z0-9-]{1,40}\.amazonaws\.com(\.cn)?\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
