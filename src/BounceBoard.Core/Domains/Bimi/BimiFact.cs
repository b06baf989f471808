namespace BounceBoard.Core.Domains.Bimi;

/// <summary>What the record of BIMI leads to.</summary>
/// <param name="Picture">Null where the record names none.</param>
/// <param name="Certificate">Null where the record names none.</param>
public sealed record BimiFact(PictureFact? Picture, MarkCertificateFact? Certificate);
