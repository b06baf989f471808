using System.Globalization;
using BounceBoard.Core;
using BounceBoard.Core.Suppressions;

namespace BounceBoard.Web.Suppressions;

/// <summary>The address of the suppression list is its whole state.</summary>
/// <param name="State">Null for every state.</param>
/// <param name="Incident">Number of the incident that led to the entries.</param>
/// <param name="Window">Number of the incident in whose window they were added.</param>
/// <param name="Due">Only what waits for its review.</param>
/// <param name="Before">Last change of the page before; null for the newest.</param>
public sealed record SuppressionListUrl(
    SuppressionState? State, SuppressionReason? Reason, SuppressionSource? Source, long? Incident, long? Window, bool Due, string? Text, long? Before)
{
    /// <summary>Rows of one page.</summary>
    public const int PageSize = 50;

    private const string Every = "all";

    /// <summary>What is held now, the latest change first.</summary>
    public static SuppressionListUrl Usual { get; } = new(SuppressionState.Held, null, null, null, null, false, null, null);

    public bool IsFiltered => this with { Before = null } != Usual;

    public static SuppressionListUrl Read(
        string? state, string? reason, string? source, string? incident, string? window, string? due, string? text, string? before) =>
        new(
            state == Every ? null : Member<SuppressionState>(state) ?? SuppressionState.Held, Member<SuppressionReason>(reason),
            Member<SuppressionSource>(source), Number(incident), Number(window), due == "1", string.IsNullOrWhiteSpace(text) ? null : text.Trim(), Number(before));

    public string ToHref(string slug) => $"/t/{slug}/suppressions{ToQuery()}";

    /// <summary>A file with everything of this filter, whatever page is shown.</summary>
    /// <param name="format"><c>csv</c> or <c>json</c>.</param>
    public string ToExport(string slug, string format) =>
        (this with { Before = null }).ToQuery() is { Length: > 0 } query
            ? $"/t/{slug}/suppressions/export{query}&format={format}"
            : $"/t/{slug}/suppressions/export?format={format}";

    private string ToQuery()
    {
        (string Name, string? Value)[] all =
        [
            ("state", State is not { } state ? Every : state == SuppressionState.Held ? null : KebabName.Of(state)),
            ("reason", Reason is { } reason ? KebabName.Of(reason) : null),
            ("source", Source is { } source ? KebabName.Of(source) : null),
            ("incident", Text0(Incident)),
            ("window", Text0(Window)),
            ("due", Due ? "1" : null),
            ("q", Text),
            ("before", Text0(Before)),
        ];
        var parts = all.Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value ?? "")}").ToList();
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }

    private static string? Text0(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static T? Member<T>(string? text)
        where T : struct, Enum =>
        Enum.GetValues<T>().Where(value => KebabName.Of(value) == text).Select(value => (T?)value).FirstOrDefault();
}
