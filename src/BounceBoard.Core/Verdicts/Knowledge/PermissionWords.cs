namespace BounceBoard.Core.Verdicts.Knowledge;

/// <summary>What real relays write when the sender may not relay.</summary>
internal static class PermissionWords
{
    private const string LogIn = "Log in to the relay: set its user and password on the sending host.";
    private const string Register = "Register the sending address or sender domain with the relay.";

    private static readonly PermissionWord[] Rows =
    [
        // Exchange Online, 5.7.64: no connector of a tenant matches the sending address or certificate.
        new(["tenantattribution"], "tenant-attribution", true, "Match the inbound connector of the mail tenant to the sending address or certificate."),
        // Submission services after a failed or expired login.
        new(["invalid credentials for relay"], "requires-auth", true, "Renew the user and password of the relay on the sending host."),
        new(["credentials", "relay"], "requires-auth", true, "Renew the user and password of the relay on the sending host."),
        // Google Workspace's SMTP relay: the address is not on the customer's list.
        new(["not registered", "relay"], "unregistered-sender", true, Register),
        new(["ip", "not", "authorized", "relay"], "unregistered-sender", true, Register),
        // Sendmail and milters: the sending address has no PTR, so access rules by name cannot hold.
        new(["ip name lookup failed"], "missing-ptr", true, "Publish a PTR record for the sending address and an A record that leads back."),
        new(["ip name possibly forged"], "missing-ptr", true, "Publish a PTR record for the sending address and an A record that leads back."),
        // Sendmail's check_rcpt, also as the standing refusal of any host that does not know the domain.
        new(["proper authentication required"], "requires-auth", false, LogIn),
        new(["authentication required for relay"], "requires-auth", false, LogIn),
        new(["authentication", "required", "relay"], "requires-auth", false, LogIn),
        new(["without authentication"], "requires-auth", false, LogIn),
        new(["must authenticate", "relay"], "requires-auth", false, LogIn),
        new(["smtp auth", "relay"], "requires-auth", false, LogIn),
        new(["client was not authenticated"], "requires-auth", false, LogIn),
        // Pop-before-smtp hosts.
        new(["check", "mail before", "send"], "requires-auth", false, LogIn),
        new(["not permitted to relay"], "not-permitted", false, Register),
        new(["not allowed to relay"], "not-permitted", false, Register),
        // qmail: the domain is not in its list; on our smarthost that means the smarthost does not relay for us.
        new(["rcpthosts"], "not-permitted", false, Register),
    ];

    /// <summary>The first row that the reply matches; 530 and 5.7.0 "authentication required" count without the word relay.</summary>
    public static PermissionWord? Find(RefusalFacts facts)
    {
        var text = facts.ReplyText?.ToLowerInvariant() ?? "";
        return Array.Find(Rows, row => Array.TrueForAll(row.Pattern, word => text.Contains(word, StringComparison.Ordinal))) ?? ByCode(facts, text);
    }

    // RFC 4954 §6: 530 5.7.0 before MAIL or RCPT asks for AUTH.
    private static PermissionWord? ByCode(RefusalFacts facts, string text) =>
        facts.ReplyCode == 530 && (text.Contains("auth", StringComparison.Ordinal) || facts.Status == "5.7.0") && !text.Contains("starttls", StringComparison.Ordinal)
            ? new(["530"], "requires-auth", false, LogIn)
            : null;
}
