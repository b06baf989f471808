namespace BounceBoard.Storage.Engines;

/// <summary>The classes of turns; the numbers are part of the lock's name on the server and never change.</summary>
internal enum TurnKind { Open = 0, Installation = 1, Tenant = 2, Domain = 3 }
