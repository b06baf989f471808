using System.Globalization;
using System.Text;
using BounceBoard.Core.Alerts;
using BounceBoard.Storage.Alerts;

namespace BounceBoard.Operations.Alerts;

/// <summary>A message as plain text.</summary>
internal static class AlertMailText
{
    public static string Subject(AlertMessage message) => message switch
    {
        { IsTest: true } => $"[{message.Tenant.Name}] Test of alerts",
        { Total: 1, Alerts: [var only] } => $"[{message.Tenant.Name}] {Headline(only)}",
        _ => string.Create(CultureInfo.InvariantCulture, $"[{message.Tenant.Name}] {message.Total} alerts"),
    };

    public static string Text(AlertMessage message, AlertLinks links)
    {
        var text = new StringBuilder();
        if (message.Total > message.Alerts.Count)
        {
            text.Append(CultureInfo.InvariantCulture, $"The newest {message.Alerts.Count} of {message.Total} alerts:\n\n");
        }
        foreach (var alert in message.Alerts)
        {
            Append(text, alert, links);
        }
        return text.Append("-- \nBounceBoard sent this by itself; nobody reads answers. Recipients are masked.\n").ToString();
    }

    /// <summary>One line for each alert, for the installation's owner.</summary>
    public static string Lines(AlertMessage message, AlertLinks links)
    {
        var lines = message.Alerts.Select(alert => $"{message.Tenant.Name}: {Headline(alert)}\n{links.To(alert.Says?.Path ?? "/")}\n");
        return string.Join('\n', lines);
    }

    public static string Headline(AlertRow alert)
    {
        var title = alert.Says?.Title ?? "";
        var incident = alert.Says?.Incident is { } number ? string.Create(CultureInfo.InvariantCulture, $"Incident #{number}") : "";
        return alert.Kind switch
        {
            AlertKind.Opened => $"{incident}: {title}",
            AlertKind.Escalated => string.Create(CultureInfo.InvariantCulture, $"{incident} grew to {alert.Says?.People} people: {title}"),
            AlertKind.Recovered => $"{incident} recovered: {title}",
            AlertKind.VerdictChanged => $"{incident} is now {alert.Says?.Verdict}: {title}",
            AlertKind.SourceSilent or AlertKind.DestinationDisabled or AlertKind.RetryWaiting or AlertKind.RetryHalted or AlertKind.RetryInDoubt
                or AlertKind.HealthScoreDropped or AlertKind.HealthIssueNew => title,
        };
    }

    private static void Append(StringBuilder text, AlertRow alert, AlertLinks links)
    {
        text.Append(Headline(alert)).Append('\n');
        if (alert.Says is not { } says)
        {
            return;
        }
        if (says is { Verdict: { } verdict, Confidence: { } confidence })
        {
            text.Append(CultureInfo.InvariantCulture, $"\nVerdict: {verdict}, confidence {confidence.ToString().ToLowerInvariant()}\n");
        }
        if (says.People > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"People: {says.People}\n");
        }
        if (says.Since is { } since)
        {
            text.Append(CultureInfo.InvariantCulture, $"Since: {since.UtcDateTime:yyyy-MM-dd HH:mm} UTC\n");
        }
        AppendList(text, "Why", says.Reasons);
        AppendList(text, "What to do", says.Act);
        text.Append('\n').Append(links.To(says.Path)).Append("\n\n");
    }

    private static void AppendList(StringBuilder text, string title, IReadOnlyList<string> lines)
    {
        if (lines.Count > 0)
        {
            text.Append('\n').Append(title).Append(":\n").AppendJoin('\n', lines.Select(line => $"- {line}")).Append('\n');
        }
    }
}
