namespace BounceBoard.Core.Domains;

/// <summary>One question to DNS; names that differ in case only are one (RFC 4343 §3).</summary>
/// <param name="Name">Name without the root dot; any octets that a label may hold, not only host names.</param>
public readonly record struct RecordQuestion(string Name, RecordType Type)
{
    public bool Equals(RecordQuestion other) => Type == other.Type && string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase);

    public override int GetHashCode() => HashCode.Combine(Type, StringComparer.OrdinalIgnoreCase.GetHashCode(Name));

    public override string ToString() => $"{Name} {Type}";
}
