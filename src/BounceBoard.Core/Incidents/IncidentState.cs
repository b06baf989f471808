namespace BounceBoard.Core.Incidents;

/// <summary>Merged: its fingerprint is another name of a second incident, which counts its refusals until it is split again.</summary>
public enum IncidentState { Open, Recovering, Resolved, Dismissed, Merged }
