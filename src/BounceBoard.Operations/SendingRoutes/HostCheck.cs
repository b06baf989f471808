using System.Net;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.SendingRoutes;
using BounceBoard.Storage.SendingRoutes;

namespace BounceBoard.Operations.SendingRoutes;

/// <summary>Says what is wrong with a submission host and its account.</summary>
internal static class HostCheck
{
    private const int MostText = 500;

    public static string? Problem(SendingRouteDraft draft, SendingRouteRow? before)
    {
        var host = draft.Host.Trim();
        if (!IPAddress.TryParse(host, out _) && (!DomainName.TryParse(host, out _) || host.AsSpan().ContainsAny("/:@ ") || host.Any(char.IsControl)))
        {
            return "Write the name or the address of the mail server alone, like relay.example.net: no https://, no port, no blanks.";
        }
        if (draft.Port is < 1 or > 65535)
        {
            return "The port is 1 to 65535; 587 with STARTTLS and 465 with TLS from the start are usual.";
        }
        if (!IsPlain(draft.UserName) || !IsPlain(draft.Password))
        {
            return $"User name and password have at most {MostText} characters, none of them a control character.";
        }
        return draft.UserName.Trim().Length == 0 ? null : AccountProblem(draft, before);
    }

    /// <summary>A password is kept for the same account at the same server only: else whoever may change the host could have it sent to a server of their own.</summary>
    public static bool KeepsPassword(SendingRouteDraft draft, SendingRouteRow? before) =>
        draft.Password.Length == 0 && before?.PasswordSealed is not null && before.Host == draft.Host.Trim() && before.Port == draft.Port
        && before.Tls == draft.Tls && before.UserName == draft.UserName.Trim();

    private static string? AccountProblem(SendingRouteDraft draft, SendingRouteRow? before) =>
        draft.Tls == SendingTls.None ? "To sign in, the connection must be encrypted: choose STARTTLS or TLS from the start, or leave the user name empty."
        : draft.Password.Length > 0 || KeepsPassword(draft, before) ? null
        : before?.PasswordSealed is null ? "Enter the password of this user, or leave the user name empty."
        : "Enter the password again: it is kept only for the same server, port, encryption and user.";

    private static bool IsPlain(string text) => text.Length <= MostText && !text.Any(char.IsControl);
}
