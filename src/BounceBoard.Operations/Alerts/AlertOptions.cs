namespace BounceBoard.Operations.Alerts;

/// <summary>How alerts leave the installation; section <c>Alerts</c>.</summary>
public sealed class AlertOptions
{
    public const string Section = "Alerts";

    public AlertSmtpOptions Smtp { get; } = new();

    /// <summary>Address that gets one line for each alert of every tenant; empty: nobody does.</summary>
    public string OwnerMail { get; set; } = "";
}
