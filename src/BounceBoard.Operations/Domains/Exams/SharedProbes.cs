using System.Net;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains.Health;

namespace BounceBoard.Operations.Domains.Exams;

/// <summary>
/// What mail servers were seen to do lately: thousands of domains share the MX of one provider, which is not asked for each of them. A
/// server with a fault is asked again soon, since somebody may be mending it.
/// </summary>
/// <param name="probe">Looks at one host at one address.</param>
internal sealed class SharedProbes(Func<DomainName, IPAddress, CancellationToken, Task<MailHostFact>> probe, TimeProvider time)
{
    /// <summary>How long a result without a fault stands for others.</summary>
    public static readonly TimeSpan Sound = TimeSpan.FromHours(4);

    /// <summary>How long one with a fault does.</summary>
    public static readonly TimeSpan Faulty = TimeSpan.FromMinutes(10);

    /// <summary>How long it stands even for a person who wants to know it anew: as long as an impatient one presses the button.</summary>
    public static readonly TimeSpan AtLeast = TimeSpan.FromSeconds(3);

    private const int Most = 5_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<(DomainName Host, IPAddress Address), (MailHostFact Fact, DateTimeOffset At)> _held = [];
    private readonly AddressTurns _turns = new();

    /// <param name="mayBeOld">A result that another examination brought will do.</param>
    public Task<MailHostFact> OfAsync(DomainName host, IPAddress address, bool mayBeOld, CancellationToken cancellationToken) =>
        _turns.InTurnAsync(
            address,
            async () =>
            {
                if (Held(host, address, mayBeOld) is { } known)
                {
                    return known;
                }
                var fact = await probe(host, address, cancellationToken);
                Hold(fact);
                return fact;
            },
            cancellationToken);

    private MailHostFact? Held(DomainName host, IPAddress address, bool mayBeOld)
    {
        lock (_lock)
        {
            return _held.TryGetValue((host, address), out var held) && time.GetUtcNow() - held.At < (mayBeOld ? Age(held.Fact) : AtLeast) ? held.Fact : null;
        }
    }

    private void Hold(MailHostFact fact)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            if (_held.Count >= Most)
            {
                foreach (var (key, held) in _held.OrderBy(pair => pair.Value.At).Take(Most / 10).ToList())
                {
                    _held.Remove(key);
                }
            }
            _held[(fact.Host, fact.Address)] = (fact, now);
        }
    }

    private static TimeSpan Age(MailHostFact fact) =>
        fact is { State: MailHostState.Encrypted, IsChainTrusted: true, IsNameValid: true } ? Sound : Faulty;
}
