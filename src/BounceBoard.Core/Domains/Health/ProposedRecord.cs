namespace BounceBoard.Core.Domains.Health;

/// <summary>A record to publish.</summary>
/// <param name="Name">Full name without the root dot.</param>
/// <param name="Value">Data in the form of a zone file, TXT without quotes.</param>
public sealed record ProposedRecord(string Name, RecordType Type, string Value);
