namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>A record that many domains include because its servers send for all of them.</summary>
/// <param name="Zone">Name that is included.</param>
/// <param name="IsOpen">Scripts of any customer's web site send from there, with any sender that they like.</param>
internal sealed record SharedSender(string Zone, string Owner, string Reason, bool IsOpen = false)
{
    private const string Bound = "Customers prove a domain before they send with it.";
    private const string Site = "Web sites of all customers send from these servers.";

    public static readonly IReadOnlyList<SharedSender> All =
    [
        new("_spf.google.com", "Google Workspace", Bound), new("spf.protection.outlook.com", "Microsoft 365", Bound), new("amazonses.com", "Amazon SES", Bound),
        new("sendgrid.net", "Twilio SendGrid", Bound), new("mailgun.org", "Mailgun", Bound), new("spf.mandrillapp.com", "Mailchimp Transactional", Bound),
        new("servers.mcsv.net", "Mailchimp", Bound), new("_spf.salesforce.com", "Salesforce", Bound), new("mail.zendesk.com", "Zendesk", Bound), new("spf.mtasv.net", "Postmark", Bound),
        new("relay.mailchannels.net", "MailChannels, a relay of many web hosts", Site, IsOpen: true), new("websitewelcome.com", "HostGator web hosting", Site, IsOpen: true),
        new("secureserver.net", "GoDaddy web hosting", Site, IsOpen: true),
    ];
}
