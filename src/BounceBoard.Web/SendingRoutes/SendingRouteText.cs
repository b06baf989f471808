using BounceBoard.Core.SendingRoutes;
using BounceBoard.Storage.SendingRoutes;

namespace BounceBoard.Web.SendingRoutes;

/// <summary>Routes for retries in words.</summary>
internal static class SendingRouteText
{
    public static string Of(SendingRouteKind kind) => kind switch
    {
        SendingRouteKind.Submission => "mail server of ours",
        SendingRouteKind.Direct => "straight to the MX",
        SendingRouteKind.Export => "file for a platform",
        SendingRouteKind.Webhook => "signed webhook",
    };

    /// <summary>What it is for, for whoever chooses.</summary>
    public static string Hint(SendingRouteKind kind) => kind switch
    {
        SendingRouteKind.Submission => "The relay or submission host that sends your mail: the same path as the original.",
        SendingRouteKind.Direct => "Asks DNS for the recipient's MX and connects from this machine. Another path than the original's; the plan says so.",
        SendingRouteKind.Export => "For platforms that must send themselves. An approver downloads the recipients; the platform posts the outcomes back.",
        SendingRouteKind.Webhook => "For platforms that must send themselves. Each recipient is posted to them; they post the outcomes back.",
    };

    /// <summary>What its last test says of the route as it stands now.</summary>
    public static string Tested(SendingRouteRow row) => row switch
    {
        { Kind: SendingRouteKind.Export } => "needs no test",
        { TestedAt: null } => "never tested",
        { TestedRevision: { } tested } when tested != row.Revision => "changed since its test",
        { TestPassed: true } => "passed",
        _ => "failed",
    };

    public static string TagOf(SendingRouteRow row) => row switch
    {
        { IsProven: true } => "tag good",
        { TestPassed: false } when row.TestedRevision == row.Revision => "tag stop",
        _ => "tag warn",
    };
}
