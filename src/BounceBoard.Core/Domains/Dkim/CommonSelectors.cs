namespace BounceBoard.Core.Domains.Dkim;

/// <summary>
/// Selectors that programs and senders use unless told otherwise. DNS cannot list the selectors of a domain, so these are tried; that
/// none of them answers proves nothing.
/// </summary>
public static class CommonSelectors
{
    /// <summary>Names in lower case, the most frequent first.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        // Google Workspace, Microsoft 365
        "google", "selector1", "selector2",
        // What manuals of OpenDKIM, Exim, rspamd and hosting panels name their first key
        "default", "dkim", "mail", "smtp", "email", "key1", "key2", "dkim1", "x", "s", "server",
        // SendGrid and many that number theirs
        "s1", "s2", "k1", "k2", "k3", "sig1", "m1", "smtpapi",
        // Mandrill, Mailjet, Mailgun, Postmark, SparkPost, Brevo, Amazon WorkMail
        "mandrill", "mailjet", "mg", "mailo", "pic", "krs", "pm", "scph0920", "brevo1", "brevo2",
        // Fastmail, Proton, Zoho, MXroute and others for mailboxes
        "fm1", "fm2", "fm3", "protonmail", "protonmail2", "protonmail3", "zoho", "zmail", "mxvault", "turbo-smtp",
        // Salesforce, HubSpot, Klaviyo and others for campaigns
        "hs1", "hs2", "kl", "kl2", "cm", "ctct1", "ctct2", "everlytickey1", "everlytickey2", "dk",
    ];
}
