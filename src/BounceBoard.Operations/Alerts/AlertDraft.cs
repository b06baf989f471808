using BounceBoard.Core.Alerts;

namespace BounceBoard.Operations.Alerts;

/// <summary>A destination as a person wants it.</summary>
/// <param name="Target">An https address, or mail addresses, one per line.</param>
/// <param name="QuietFrom">Null without quiet hours, as <paramref name="QuietUntil"/>.</param>
/// <param name="QuietZone">IANA name, for example <c>Europe/Berlin</c>.</param>
public sealed record AlertDraft(
    string Name, AlertDestinationKind Kind, string Target, AlertFilter Filter, TimeOnly? QuietFrom, TimeOnly? QuietUntil, string QuietZone);
