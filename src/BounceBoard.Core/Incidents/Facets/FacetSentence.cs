using System.Globalization;

namespace BounceBoard.Core.Incidents.Facets;

/// <summary>An explanation in one sentence.</summary>
internal static class FacetSentence
{
    public static string Of(string facet, string value, long failing, long delivered)
    {
        var (failed, worked) = facet switch
        {
            FacetNames.UpperCase => ("have a capital letter in the local part", "do"),
            FacetNames.PlusTag => ("have a plus tag", "do"),
            FacetNames.Dot => ("have a dot in the local part", "do"),
            FacetNames.Digit => ("have a digit in the local part", "do"),
            FacetNames.Quoted => ("have a quoted local part", "do"),
            FacetNames.RecipientDomain => ($"are for {value}", "are"),
            FacetNames.RemoteIp => ($"came from {value}", "went there"),
            FacetNames.SenderPool => ($"left from the pool {value}", "did"),
            FacetNames.SendingIp => ($"left from {value}", "did"),
            _ => ($"have {facet} {value}", "do"),
        };
        return $"{Number(failing)} of {Number(failing)} failures {failed}; 0 of {Number(delivered)} deliveries {worked}.";
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
