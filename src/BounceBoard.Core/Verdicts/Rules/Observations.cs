using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Verdicts.Knowledge;

namespace BounceBoard.Core.Verdicts.Rules;

/// <summary>Things a person wants to see beside the verdict, whichever rule held.</summary>
internal static class Observations
{
    public static IEnumerable<Reason> Of(RefusalCase c)
    {
        if (c.Facts.PassedOn is { } passed && (!passed.EndpointIsInner || passed.Other is EndpointRelation.CurrentMx or EndpointRelation.CurrentMxRotating or EndpointRelation.OwnRelay))
        {
            yield return new("passed-on", true, $"Said by {passed.Outer.Shown}, which passes on what {passed.Inner.Shown} said: {passed.Inner.Shown} must act.");
        }
        else if (Gateways.OperatorOf(c.Facts.Endpoint.Name) is { } gateway)
        {
            yield return new("gateway-answered", true, $"{Said.Server(c.Facts)} is a gateway of {gateway}: the server behind it may be the one that must act.");
        }
        if (c.Facts.Permanent == false && c.IsRelayLike)
        {
            // A default Postfix answers 454 4.7.1 where others answer 550.
            yield return new("deferral-with-relay-words", true, $"{Said.Codes(c.Facts)} is temporary in form only: it goes on until the queue gives up, after five days by default in Postfix.");
        }
        if (c.Facts.EnvelopeSender is { Length: 0 })
        {
            yield return new("null-sender", true, "The message had the null sender: some receivers refuse only those.");
        }
        if (c.Facts.OtherSendersAffected > 0 && c.IsCurrent)
        {
            yield return new("seen-at-other-senders", true, $"Also seen at {Said.Count(c.Facts.OtherSendersAffected, "other sender", "other senders")}.");
        }
        if (c.IsBeforeRecipient && c.IsCurrent)
        {
            yield return new("refused-before-recipient", true, "The refusal came before the recipient was named: it is not about the recipient.");
        }
    }
}
