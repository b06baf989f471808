using static BounceBoard.Mail.Reading.Dialects.MarkPlace;

namespace BounceBoard.Mail.Reading.Dialects;

/// <summary>Filters and gateways that stand in front of another server, and the services that run them.</summary>
internal static class GatewayMarks
{
    public static IReadOnlyList<DialectMark> All { get; } =
    [
        new("mimecast", Host, "mimecast.com"),
        new("mimecast", Host, "mimecast.co.za"),
        new("mimecast", Host, "mimecast-offshore.com"),
        new("messagelabs", Host, "messagelabs.com"),
        new("messagelabs", Host, "messagelabs.net"),
        new("messagelabs", Host, "symanteccloud.com"),
        new("proofpoint", Host, "pphosted.com"),
        new("proofpoint", Host, "ppe-hosted.com"),
        new("proofpoint", Host, "ppops.net"),
        new("proofpoint", Host, "gpphosted.com"),
        new("barracuda", Host, "barracudanetworks.com"),
        new("barracuda", Host, "cudamail.com"),
        new("trend-micro", Host, "trendmicro.com"),
        new("trend-micro", Host, "trendmicro.eu"),
        new("trend-micro", Host, "trendmicro.co.jp"),
        new("mxlogic", Host, "mxlogic.net"),
        new("mxlogic", Host, "mxlogic.com"),
        new("ironport", Host, "iphmx.com"),
        new("forcepoint", Host, "mailcontrol.com"),
        new("forcepoint", Host, "blackspider.com"),
        new("mailmarshal", Field, "X-Mailer: MailMarshal"),
        new("mailmarshal", Words, "The following recipients were affected"),
        new("messagelabs", PassedBy, "X-Msg-Ref"),
        new("messagelabs", Words, "mail delivery agent at messagelabs.com"),
        new("messagelabs", Words, "www.messagelabs.com/support"),
        new("barracuda", PassedBy, "X-Barracuda-Bulk"),
        new("barracuda", From, "Barracuda"),
        new("barracuda", Words, "This is the Barracuda"),
        new("barracuda", Words, "was blocked by our Spam Firewall"),
        new("barracuda", Subject, "**Message you sent blocked"),
        new("trend-micro", From, "InterScan"),
        new("trend-micro", From, "Trend Micro"),
        new("trend-micro", Words, "Received <<< "),
        new("mcafee", PassedBy, "X-NAI-Header"),
        new("mcafee", Words, "--- The following addresses had delivery problems ---"),
        new("mailfoundry", Words, "Delivery failed for the following reason:\n"),
        new("mailfoundry", Words, "Delivery failed for the following reason:\r\n"),
        new("surfcontrol", PassedBy, "X-SEF-Processed"),
        new("surfcontrol", Words, "A transcript of the attempts to send the message follows"),
        new("mxlogic", Field, "X-MX-Bounce"),
        new("mxlogic", Words, "Included is a copy of the message header:"),
        new("activehunter", Field, "X-AHMAILID"),
        new("amavis", StatusField, "Reporting-MTA: dns; amavis"),
        new("amavis", From, "Content-filter at"),
    ];
}
