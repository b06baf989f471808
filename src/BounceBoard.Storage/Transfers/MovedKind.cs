namespace BounceBoard.Storage.Transfers;

/// <summary>The types of the target's columns.</summary>
internal enum MovedKind { Bigint, Integer, Boolean, Text, Bytes }
