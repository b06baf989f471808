namespace BounceBoard.Storage.Engines;

/// <summary>Where the rows stand: in a file of this machine, or in a database server that several nodes share.</summary>
public enum StorageProvider { Sqlite, PostgreSql }
