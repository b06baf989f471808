namespace BounceBoard.Storage.Incidents;

/// <summary>Order of a list of incidents; the greatest or newest first.</summary>
public enum IncidentSort { LastAt, FirstAt, Refusals, People, Number }
