using System.Globalization;
using BounceBoard.Core;
using BounceBoard.Core.Evidence;
using BounceBoard.Storage.Evidence;

namespace BounceBoard.Web.Evidence;

/// <summary>The address of the evidence list is its whole state.</summary>
/// <param name="Before">Last id of the page before; null for the newest.</param>
public sealed record EvidenceListUrl(EvidenceState? State, EvidenceKind? Kind, string? Text, long? Before)
{
    /// <summary>Rows of one page.</summary>
    public const int PageSize = 50;

    /// <summary>Everything, the newest first.</summary>
    public static EvidenceListUrl All { get; } = new(null, null, null, null);

    public EvidenceFilter Filter => new(State, null, Kind, Text);

    public bool IsFiltered => State is not null || Kind is not null || Text is not null;

    public static EvidenceListUrl Read(string? state, string? kind, string? text, string? before) =>
        new(Member<EvidenceState>(state), Member<EvidenceKind>(kind), string.IsNullOrWhiteSpace(text) ? null : text.Trim(),
            long.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null);

    public string ToHref(string slug)
    {
        var parts = new List<string>();
        void Add(string name, string? value)
        {
            if (value is not null)
            {
                parts.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }
        Add("state", State is { } state ? KebabName.Of(state) : null);
        Add("kind", Kind is { } kind ? KebabName.Of(kind) : null);
        Add("q", Text);
        Add("before", Before?.ToString(CultureInfo.InvariantCulture));
        return $"/t/{slug}/evidence{(parts.Count == 0 ? "" : "?" + string.Join('&', parts))}";
    }

    private static T? Member<T>(string? text)
        where T : struct, Enum =>
        Enum.GetValues<T>().Where(value => KebabName.Of(value) == text).Select(value => (T?)value).FirstOrDefault();
}
