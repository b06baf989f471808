namespace BounceBoard.Core.Webhooks;

/// <summary>Services that post events to an address of ours, each with its own proof of who posts.</summary>
public enum WebhookProvider { AmazonSes, SendGrid, Mailgun, Postmark, SparkPost, Mailjet, Brevo }
