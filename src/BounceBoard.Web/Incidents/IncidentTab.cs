namespace BounceBoard.Web.Incidents;

/// <summary>What stands below the verdict.</summary>
public enum IncidentTab { Refusals, InCommon, MxTimeline, History, Evidence, Notes, Packet, Retry }
