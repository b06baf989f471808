using BounceBoard.Core.SendingRoutes;
using BounceBoard.Mail.Sending.Retries;

namespace BounceBoard.Operations.RetryBatches.Sending;

/// <summary>How the conversation encrypts what the route asks for; nothing here is opportunistic.</summary>
internal static class RouteTls
{
    public static RetryTls Of(SendingTls tls) => tls switch
    {
        SendingTls.StartTls => RetryTls.StartTls,
        SendingTls.Implicit => RetryTls.Implicit,
        SendingTls.None => RetryTls.None,
    };
}
