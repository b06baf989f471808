using BounceBoard.Storage.Database;
using BounceBoard.Storage.Evidence;
using BounceBoard.Storage.Sources;

namespace BounceBoard.Operations.Tenants;

/// <summary>The tables that the sample's loading needs beside the operations it calls.</summary>
internal sealed record DemoTables(Database Database, EvidenceReader Evidence, SourceReader Sources, DemoDns Dns);
