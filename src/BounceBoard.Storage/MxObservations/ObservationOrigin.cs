namespace BounceBoard.Storage.MxObservations;

/// <summary>Live: a resolver said it to this installation. Recorded: part of a sample that was loaded; live names never see it.</summary>
public enum ObservationOrigin { Live, Recorded }
