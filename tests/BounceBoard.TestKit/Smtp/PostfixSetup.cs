using System.Globalization;

namespace BounceBoard.TestKit.Smtp;

/// <summary>How a private Postfix is set up.</summary>
public sealed record PostfixSetup
{
    public required string Domain { get; init; }

    /// <summary>Local parts that have a mailbox.</summary>
    public IReadOnlyList<string> Users { get; init; } = ["user", "bounces", "postmaster"];

    /// <summary>Address and what is said to it, as in access(5): "user@example.net 450 4.2.0 Greylisted".</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>Everything is passed on to this port; 0: it is a receiver.</summary>
    public int NextPort { get; init; }

    /// <summary>Waited before each reply to a recipient, in seconds.</summary>
    public int SleepSeconds { get; init; }

    /// <summary>PEM file with key and certificates for STARTTLS; empty: it is not offered.</summary>
    public string CertificateFile { get; init; } = "";

    /// <summary>It passes on mail of everybody.</summary>
    public bool IsOpenRelay { get; init; }

    public string UserTable => string.Concat(Users.Select(user => $"{user}@{Domain} {user}/\n"));

    public string RecipientTable => string.Concat(Recipients.Select(line => line + "\n"));

    public string MainCf(string folder) => string.Create(CultureInfo.InvariantCulture, $"""
        compatibility_level = 3.6
        queue_directory = {folder}/spool
        data_directory = {folder}/data
        command_directory = /usr/sbin
        daemon_directory = /usr/lib/postfix/sbin
        mail_owner = postfix
        setgid_group = postdrop
        myhostname = mx.{Domain}
        mydomain = {Domain}
        myorigin = {Domain}
        mydestination =
        inet_interfaces = 127.0.0.1
        inet_protocols = ipv4
        mynetworks = {(IsOpenRelay ? "0.0.0.0/0" : "127.0.0.0/8")}
        virtual_mailbox_domains = {Domain}
        virtual_mailbox_base = {folder}/mail
        virtual_mailbox_maps = texthash:{folder}/etc/users
        virtual_uid_maps = static:65534
        virtual_gid_maps = static:65534
        virtual_minimum_uid = 100
        recipient_delimiter = +
        alias_maps =
        alias_database =
        local_transport = error:local delivery is off
        maillog_file = {folder}/maillog
        maillog_file_prefixes = /tmp, /var
        smtp_dns_support_level = disabled
        smtp_host_lookup = native
        smtp_tls_security_level = none
        smtpd_tls_security_level = {(CertificateFile.Length == 0 ? "none" : "may")}
        smtpd_tls_chain_files = {CertificateFile}
        smtpd_peername_lookup = no
        notify_classes =
        minimal_backoff_time = 60s
        smtpd_relay_restrictions = {(NextPort > 0 ? "permit_mynetworks, reject" : IsOpenRelay ? "permit_mynetworks, reject_unauth_destination" : "reject_unauth_destination")}
        smtpd_recipient_restrictions = {(SleepSeconds > 0 ? $"sleep {SleepSeconds}, " : "")}check_recipient_access texthash:{folder}/etc/recipients, permit
        relayhost = {(NextPort == 0 ? "" : $"[127.0.0.1]:{NextPort}")}

        """);

    public static string MasterCf(int port) => string.Create(CultureInfo.InvariantCulture, $"""
        127.0.0.1:{port} inet n - n - - smtpd
        pickup unix n - n 60 1 pickup
        cleanup unix n - n - 0 cleanup
        qmgr unix n - n 300 1 qmgr
        rewrite unix - - n - - trivial-rewrite
        bounce unix - - n - 0 bounce
        defer unix - - n - 0 bounce
        trace unix - - n - 0 bounce
        verify unix - - n - 1 verify
        flush unix n - n 1000? 0 flush
        proxymap unix - - n - - proxymap
        smtp unix - - n - - smtp
        relay unix - - n - - smtp
        showq unix n - n - - showq
        error unix - - n - - error
        retry unix - - n - - error
        discard unix - - n - - discard
        virtual unix - n n - - virtual
        tlsmgr unix - - n 1000? 1 tlsmgr
        anvil unix - - n - 1 anvil
        scache unix - - n - 1 scache
        postlog unix-dgram n - n - 1 postlogd

        """);
}
