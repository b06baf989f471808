using System.Globalization;
using BounceBoard.Core.Sources;
using BounceBoard.Core.Webhooks;
using BounceBoard.Storage.Sources;

namespace BounceBoard.Web.Sources;

/// <summary>What sources are called on pages.</summary>
internal static class SourceWords
{
    public static string Href(string slug, long id) => string.Create(CultureInfo.InvariantCulture, $"/t/{slug}/settings/sources/{id}");

    /// <param name="webhook">Which service posts; null when none does any more.</param>
    public static string Kind(SourceRow source, WebhookProvider? webhook) => source.Kind switch
    {
        SourceKind.Upload => "upload in the browser",
        SourceKind.Api => "HTTP API",
        SourceKind.Cli => "command line",
        SourceKind.Webhook => webhook is { } provider ? $"webhook of {Provider(provider)}" : "webhook, removed",
        SourceKind.DropFolder => source.Folder is null ? "drop folder, not watched any more" : "drop folder",
        SourceKind.LogFile => source.Folder is null ? "followed log, not followed any more" : "followed log",
        SourceKind.Retry => "what servers said to controlled retries",
    };

    /// <summary>As the service writes itself.</summary>
    public static string Provider(WebhookProvider provider) => provider switch
    {
        WebhookProvider.AmazonSes => "Amazon SES",
        WebhookProvider.SendGrid => "SendGrid",
        WebhookProvider.Mailgun => "Mailgun",
        WebhookProvider.Postmark => "Postmark",
        WebhookProvider.SparkPost => "SparkPost",
        WebhookProvider.Mailjet => "Mailjet",
        WebhookProvider.Brevo => "Brevo",
    };
}
