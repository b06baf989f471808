using System.Globalization;
using BounceBoard.Core.Alerts;
using BounceBoard.Storage.Alerts;

namespace BounceBoard.Web.Alerts;

/// <summary>Alerts in words.</summary>
internal static class AlertText
{
    public static string Of(AlertKind kind) => kind switch
    {
        AlertKind.Opened => "incident opened",
        AlertKind.Escalated => "incident grew tenfold",
        AlertKind.Recovered => "incident recovered",
        AlertKind.VerdictChanged => "verdict changed",
        AlertKind.SourceSilent => "source silent",
        AlertKind.DestinationDisabled => "destination switched off",
        AlertKind.RetryWaiting => "retry waits for approval",
        AlertKind.RetryHalted => "retry halted",
        AlertKind.RetryInDoubt => "retry in doubt",
        AlertKind.HealthScoreDropped => "domain score fell",
        AlertKind.HealthIssueNew => "new domain issue",
    };

    public static string Of(AlertDestinationKind kind) => kind switch
    {
        AlertDestinationKind.Mail => "mail",
        AlertDestinationKind.Webhook => "webhook",
    };

    public static string Of(AlertDestinationRow row) => row.State switch
    {
        AlertDestinationState.Active => "in use",
        AlertDestinationState.Failing => string.Create(CultureInfo.InvariantCulture, $"failing, {row.Failures} in a row"),
        AlertDestinationState.Disabled => "switched off",
    };

    public static string Of(AlertDeliveryRow way) => way.State switch
    {
        AlertDeliveryState.Waiting => way.Attempts == 0 ? "waiting" : "tried, waiting",
        AlertDeliveryState.Sending => "being sent",
        AlertDeliveryState.Delivered => "delivered",
        AlertDeliveryState.Refused => "refused",
        AlertDeliveryState.Held => "kept",
    };

    /// <summary>A webhook by its host: the rest of the address may be a secret of the receiver.</summary>
    public static string Target(AlertDestinationRow row) => row.Kind switch
    {
        AlertDestinationKind.Mail => row.Target.Replace("\n", ", ", StringComparison.Ordinal),
        AlertDestinationKind.Webhook => new Uri(row.Target).Host,
    };
}
