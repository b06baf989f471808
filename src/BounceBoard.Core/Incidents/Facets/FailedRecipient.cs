using BounceBoard.Core.Addresses;

namespace BounceBoard.Core.Incidents.Facets;

/// <summary>What a refusal gives to the facets.</summary>
/// <param name="Key">Recipient key: one person however the address is spelled.</param>
/// <param name="Domain">Recipient domain in lower-case A-labels.</param>
/// <param name="Shape">As submitted; null when the recipient is no address.</param>
/// <param name="At">Event time.</param>
/// <param name="RemoteMta">Name of the refusing server, where the evidence has it.</param>
public sealed record FailedRecipient(
    string Key, string Domain, string? RemoteIp, string? Pool, string? SendingIp, bool UpperCase, AddressShape? Shape, DateTimeOffset At,
    string? RemoteMta = null);
