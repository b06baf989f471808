using System.Net;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Mail.Domains.MailHosts;

namespace BounceBoard.Operations.Domains.Exams;

/// <summary>
/// What mail servers were seen to do lately: thousands of domains share the MX of one provider, which is not asked for each of them. A
/// server with a fault is asked again soon, since somebody may be mending it.
/// </summary>
/// <param name="probe">Looks at one host at one address.</param>
/// <param name="trials">Whom to name there.</param>
internal sealed class SharedProbes(Func<DomainName, IPAddress, MailTrial?, CancellationToken, Task<MailHostFact>> probe, SharedTrials trials, TimeProvider time)
{
    /// <summary>How long a result without a fault stands for others.</summary>
    public static readonly TimeSpan Sound = TimeSpan.FromHours(4);

    /// <summary>How long one with a fault does.</summary>
    public static readonly TimeSpan Faulty = TimeSpan.FromMinutes(10);

    /// <summary>How long it stands even for a person who wants to know it anew: as long as an impatient one presses the button.</summary>
    public static readonly TimeSpan AtLeast = TimeSpan.FromSeconds(3);

    private const int Most = 5_000;

    private readonly RecentFacts<(DomainName Host, IPAddress Address), MailHostFact> _held = new(Most, time);
    private readonly AddressTurns _turns = new();

    /// <param name="mayBeOld">A result that another examination brought will do.</param>
    public Task<MailHostFact> OfAsync(ProbeTarget target, bool mayBeOld, CancellationToken cancellationToken) =>
        _turns.InTurnAsync(target.Address, () => LookAsync(target, mayBeOld, cancellationToken), cancellationToken);

    private async Task<MailHostFact> LookAsync(ProbeTarget target, bool mayBeOld, CancellationToken cancellationToken)
    {
        var trial = trials.Open(target, mayBeOld);
        var known = _held.Find((target.Host, target.Address), fact => mayBeOld ? Age(fact) : AtLeast);
        if (known is not null && (trial is null || !CanTalk(known)))
        {
            return trials.Lay(known, target);
        }
        var fact = await probe(target.Host, target.Address, trial, cancellationToken);
        _held.Hold((target.Host, target.Address), fact);
        if (trial is not null && CanTalk(fact))
        {
            trials.Hold(target, trial, fact);
        }
        return trials.Lay(fact, target);
    }

    private static bool CanTalk(MailHostFact fact) => fact.State is MailHostState.Plain or MailHostState.Encrypted;

    private static TimeSpan Age(MailHostFact fact) =>
        fact is { State: MailHostState.Encrypted, IsChainTrusted: true, IsNameValid: true } ? Sound : Faulty;
}
