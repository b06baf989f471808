using System.Text.Json;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Storage.Evidence;

namespace BounceBoard.Storage.Domains;

/// <summary>Facts of an examination as JSON with the version of their shape; fields that a later version adds are passed over.</summary>
public static class DomainFactsJson
{
    /// <summary>Rises when a field changes its meaning; a new field needs none.</summary>
    public const int Version = 1;

    public static byte[] Write(DomainFacts facts) => JsonSerializer.SerializeToUtf8Bytes(new Envelope(Version, facts), FactsShape.Options);

    /// <exception cref="InvalidDataException">A later version of the house wrote it, or it is damaged.</exception>
    public static DomainFacts Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<Envelope>(json, FactsShape.Options) switch
            {
                { Version: > Version and var later } => throw new InvalidDataException($"The facts have shape {later}; this version reads {Version}."),
                { Facts: { } facts } => facts,
                _ => throw new InvalidDataException("The stored facts hold nothing."),
            };
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException("The stored facts are damaged.", fault);
        }
    }

    internal static (byte[] Packed, long Size) Pack(DomainFacts facts)
    {
        var packed = PackedContent.Of(Write(facts));
        return (packed.Brotli, packed.Size);
    }

    internal static DomainFacts Unpack(byte[] packed, long size) => Read(PackedContent.Unpack(packed, size));

    private sealed record Envelope(int Version, DomainFacts? Facts);
}
