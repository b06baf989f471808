using System.Globalization;
using BounceBoard.Core.Addresses;

namespace BounceBoard.Core.Incidents.Facets;

/// <summary>Counts what the failures of an incident share, beside the deliveries of the same scope and hours.</summary>
public static class IncidentFacets
{
    /// <summary>Every facet, in the order in which they are shown.</summary>
    /// <param name="delivered">Null when deliveries are not known at all.</param>
    public static IReadOnlyList<FacetCounts> Of(IReadOnlyCollection<FailedRecipient> failed, IReadOnlyCollection<DeliveredGroup>? delivered) =>
    [
        Count(FacetNames.UpperCase, failed, one => YesNo(one.UpperCase), delivered, group => YesNo(group.UpperCase)),
        Count(FacetNames.SenderPool, failed, one => one.Pool ?? "", delivered, group => group.Pool ?? ""),
        Count(FacetNames.RemoteIp, failed, one => one.RemoteIp ?? "", delivered, group => group.RemoteIp ?? ""),
        Count(FacetNames.RecipientDomain, failed, one => one.Domain, delivered, group => group.Domain),
        Count(FacetNames.RemoteMta, failed, one => one.RemoteMta ?? ""),
        Count(FacetNames.SendingIp, failed, one => one.SendingIp ?? ""),
        Count(FacetNames.PlusTag, failed, one => Shape(one, shape => YesNo(shape.HasPlusTag))),
        Count(FacetNames.Dot, failed, one => Shape(one, shape => YesNo(shape.HasDot))),
        Count(FacetNames.Digit, failed, one => Shape(one, shape => YesNo(shape.HasDigit))),
        Count(FacetNames.Quoted, failed, one => Shape(one, shape => YesNo(shape.IsQuoted))),
        Count(FacetNames.Length, failed, one => Shape(one, LengthClass)),
        Count(FacetNames.FirstSeen, FirstOfEach(failed), one => HourOf(one.At), ByHour(delivered), group => HourOf(group.Hour ?? default)),
    ];

    private static FacetCounts Count(
        string name, IReadOnlyCollection<FailedRecipient> failed, Func<FailedRecipient, string> value,
        IReadOnlyCollection<DeliveredGroup>? delivered = null, Func<DeliveredGroup, string>? deliveredValue = null)
    {
        var people = failed.GroupBy(value, StringComparer.Ordinal).ToDictionary(group => group.Key, Distinct, StringComparer.Ordinal);
        var messages = delivered is not null && deliveredValue is not null
            ? delivered.GroupBy(deliveredValue, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Sum(one => one.Messages), StringComparer.Ordinal)
            : null;
        var values = people.Keys.Union(messages?.Keys ?? Enumerable.Empty<string>(), StringComparer.Ordinal)
            .Select(key => new FacetCount(key, people.GetValueOrDefault(key), messages is null ? null : messages.GetValueOrDefault(key)))
            .OrderByDescending(count => count.Failing).ThenByDescending(count => count.Delivered).ThenBy(count => count.Value, StringComparer.Ordinal);
        return new FacetCounts(name, Distinct(failed), [.. values]);
    }

    private static long Distinct(IEnumerable<FailedRecipient> failed) => failed.Select(one => one.Key).Distinct(StringComparer.Ordinal).LongCount();

    private static List<FailedRecipient> FirstOfEach(IEnumerable<FailedRecipient> failed) =>
        [.. failed.GroupBy(one => one.Key, StringComparer.Ordinal).Select(person => person.MinBy(one => one.At)).OfType<FailedRecipient>()];

    private static IReadOnlyCollection<DeliveredGroup>? ByHour(IReadOnlyCollection<DeliveredGroup>? delivered) =>
        delivered?.All(group => group.Hour is not null) == true ? delivered : null;

    private static string Shape(FailedRecipient one, Func<AddressShape, string> value) => one.Shape is { } shape ? value(shape) : "";

    private static string YesNo(bool holds) => holds ? FacetNames.Yes : FacetNames.No;

    // Up to 64 is what every server must take (RFC 5321 §4.5.3.1.1).
    private static string LengthClass(AddressShape shape) => shape.LocalLength switch
    {
        <= 8 => "1 to 8",
        <= 16 => "9 to 16",
        <= 32 => "17 to 32",
        <= 64 => "33 to 64",
        _ => "over 64",
    };

    private static string HourOf(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:00", CultureInfo.InvariantCulture);
}
