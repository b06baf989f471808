namespace BounceBoard.Core.Incidents;

public enum IncidentState { Open, Recovering, Resolved, Dismissed }
