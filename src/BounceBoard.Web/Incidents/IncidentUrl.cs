using System.Globalization;
using BounceBoard.Core;

namespace BounceBoard.Web.Incidents;

/// <summary>The address of one incident is the page's whole state.</summary>
/// <param name="Before">Last refusal or verdict of the page before; null for the newest.</param>
/// <param name="Refusal">Whose evidence is shown; null for the refusal that stands for the incident.</param>
/// <param name="RawFrom">First byte of the raw view.</param>
/// <param name="AsOf">Time at which the refusing server is compared with the MX; null for now.</param>
public sealed record IncidentUrl(
    string Slug, long Number, IncidentTab Tab, long? Before = null, long? Refusal = null, long RawFrom = 0, DateTimeOffset? AsOf = null)
{
    private const string Time = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public static IncidentUrl Read(string slug, long number, string? tab, string? before, string? refusal, string? from, string? asOf) =>
        new(slug, number, Enum.GetValues<IncidentTab>().FirstOrDefault(value => KebabName.Of(value) == tab), Id(before), Id(refusal), Id(from) ?? 0, Moment(asOf));

    /// <summary>Another tab begins at its start.</summary>
    public IncidentUrl At(IncidentTab tab) => new(Slug, Number, tab, AsOf: AsOf);

    /// <summary>A time in an address, whole seconds: the first at which what happened at it had happened.</summary>
    public static string Moment(DateTimeOffset at) =>
        at.AddTicks(TimeSpan.TicksPerSecond - 1).UtcDateTime.ToString(Time, CultureInfo.InvariantCulture);

    /// <returns>Null when it is no time.</returns>
    public static DateTimeOffset? Moment(string? text) =>
        DateTimeOffset.TryParseExact(text, Time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;

    public string ToHref()
    {
        var parts = new List<string>();
        if (Tab != IncidentTab.Refusals)
        {
            parts.Add("tab=" + KebabName.Of(Tab));
        }
        Add("before", Before);
        Add("refusal", Refusal);
        Add("from", RawFrom == 0 ? null : RawFrom);
        if (AsOf is { } at)
        {
            parts.Add("asOf=" + Moment(at));
        }
        return string.Create(CultureInfo.InvariantCulture, $"/t/{Slug}/incidents/{Number}") + (parts.Count == 0 ? "" : "?" + string.Join('&', parts));

        void Add(string name, long? value)
        {
            if (value is { } id)
            {
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"{name}={id}"));
            }
        }
    }

    private static long? Id(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
