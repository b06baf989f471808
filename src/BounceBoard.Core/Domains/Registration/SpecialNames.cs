using BounceBoard.Core.Addresses;

namespace BounceBoard.Core.Domains.Registration;

/// <summary>Names that nobody registers: reserved for tests, for local networks and for the net's own machinery (RFC 6761 §6, RFC 9476 §2).</summary>
public static class SpecialNames
{
    private static readonly HashSet<string> Reserved =
        ["alt", "arpa", "corp", "example", "home", "internal", "invalid", "lan", "local", "localdomain", "localhost", "onion", "test"];

    public static bool Contains(DomainName name) =>
        !name.Value.Contains('.', StringComparison.Ordinal) || Reserved.Contains(name.Value[(name.Value.LastIndexOf('.') + 1)..]);
}
