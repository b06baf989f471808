namespace BounceBoard.Core.Domains;

/// <summary>What one resolver says of one name and type.</summary>
/// <param name="Name">Asked name, lower case, without the root dot.</param>
/// <param name="Records">Data as text (TXT strings of one record joined), ordinal order.</param>
/// <param name="Rcode">See <see cref="MxAnswer.Rcode"/>.</param>
/// <param name="Ttl">Smallest time to live, seconds.</param>
public sealed record RecordAnswer(string Name, RecordType Type, DnsState State, string Rcode, IReadOnlyList<string> Records, int? Ttl);
