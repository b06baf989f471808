namespace BounceBoard.Core.Alerts;

/// <summary>Life of a destination. Failing: tried again with growing pauses; Disabled: alerts are kept for it until a person enables it.</summary>
public enum AlertDestinationState { Active, Failing, Disabled }
