namespace BounceBoard.Core.Verdicts.Rules;

/// <summary>Fields and facts that would settle more, whichever rule held.</summary>
internal static class MissingEvidence
{
    public static IEnumerable<string> Of(RefusalCase c)
    {
        if (c.Facts.Endpoint is { Ip: null, IsOurs: false })
        {
            yield return "remoteIp";
        }
        if (c.Facts.Comparison.AnyUnknown)
        {
            yield return "mx";
        }
        if (c.Facts.ComparisonThen is null)
        {
            yield return "mxThen";
        }
        if (!c.KnowsDeliveries)
        {
            yield return "deliveries";
        }
        if (!c.Facts.Verified)
        {
            yield return "verification";
        }
    }
}
