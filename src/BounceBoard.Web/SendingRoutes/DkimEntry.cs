namespace BounceBoard.Web.SendingRoutes;

/// <summary>A signature as it is typed in.</summary>
public sealed class DkimEntry
{
    public string Domain { get; set; } = "";

    public string Selector { get; set; } = "";

    /// <summary>PEM; empty keeps the one there is.</summary>
    public string Key { get; set; } = "";
}
