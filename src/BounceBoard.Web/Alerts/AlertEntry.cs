using BounceBoard.Storage.Alerts;

namespace BounceBoard.Web.Alerts;

/// <summary>One alert and where it went.</summary>
public sealed record AlertEntry(AlertRow Alert, IReadOnlyList<AlertDeliveryRow> Ways);
