using BounceBoard.Core.SendingRoutes;

namespace BounceBoard.Web.SendingRoutes;

/// <summary>A mail server as it is typed in.</summary>
public sealed class HostEntry
{
    public string Host { get; set; } = "";

    public int Port { get; set; } = 587;

    public SendingTls Tls { get; set; } = SendingTls.StartTls;

    public string UserName { get; set; } = "";

    /// <summary>Empty keeps the one there is.</summary>
    public string Password { get; set; } = "";
}
