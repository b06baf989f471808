namespace BounceBoard.Operations.Alerts;

/// <summary>Where people reach the installation; section <c>Web</c>, of which alerts need this key.</summary>
public sealed class AlertLinks
{
    public const string Section = "Web";

    /// <summary>Scheme and host; empty: alerts name the page's path only, since no request tells where they are read.</summary>
    public string PublicUrl { get; set; } = "";

    internal string To(string path) => PublicUrl.TrimEnd('/') + path;
}
