using System.Net;
using System.Net.Sockets;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Endpoints;
using BounceBoard.Dns.Resolving;

namespace BounceBoard.Operations.MxObservations;

/// <summary>Asks every resolver everything about a domain; knows no database. A failure is an answer; only cancellation is thrown.</summary>
public sealed class DnsLook(ResolverSet resolvers, TimeProvider time)
{
    /// <summary>Names followed from one reverse record; a PTR set of thousands exists in the wild.</summary>
    private const int MostNames = 4;

    /// <summary>One resolver may take so long for one domain; what it has not said by then is unknown.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    /// <summary>What the resolvers say of a domain and of addresses that refused mail for it, as observations made at <paramref name="at"/> and stored nowhere.</summary>
    public async Task<LiveObservations> ObserveAsync(
        DomainName domain, IReadOnlyList<IPAddress> refusing, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var answers = await AskAsync(new LookTargets(domain, refusing, null), cancellationToken);
        return new LiveObservations(
            [.. answers.Mx.Select(seen => new MxObservation(0, seen.Resolver, at, at, seen.Answer))],
            [.. answers.Records.Select(seen => new RecordObservation(0, seen.Resolver, at, at, seen.Answer))]);
    }

    internal async Task<LookAnswers> AskAsync(LookTargets targets, CancellationToken cancellationToken)
    {
        var answers = await Task.WhenAll(resolvers.All.Select(resolver => AskOneAsync(resolver, targets, cancellationToken)));
        return new LookAnswers([.. answers.Select(answer => (answer.Resolver, answer.Mx))],
            [.. answers.SelectMany(answer => answer.Records.Select(record => (answer.Resolver, record)))]);
    }

    private async Task<(string Resolver, MxAnswer Mx, IReadOnlyList<RecordAnswer> Records)> AskOneAsync(
        IMxResolver resolver, LookTargets targets, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        var mx = new MxAnswer { Domain = targets.Domain, State = DnsState.Unknown, Rcode = "TIMEOUT" };
        List<RecordAnswer> records = [];
        try
        {
            mx = await resolver.MxAsync(targets.Domain, either.Token);
            foreach (var name in targets.TextNames)
            {
                records.Add(await resolver.RecordAsync(name, RecordType.Txt, either.Token));
            }
            foreach (var address in targets.Refusing.Where(address => LocalAddresses.KindOf(address) is null))
            {
                records.AddRange(await ReverseAsync(resolver, address, either.Token));
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // What was not answered in time is not stored: it stays what it was known to be.
        }
        return (resolver.Name, mx, records);
    }

    // Anybody may write any name into a PTR record; it proves something only when the name leads back to the address.
    private static async Task<IReadOnlyList<RecordAnswer>> ReverseAsync(IMxResolver resolver, IPAddress address, CancellationToken cancellationToken)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var ptr = await resolver.RecordAsync(ReverseName.Of(plain), RecordType.Ptr, cancellationToken);
        List<RecordAnswer> answers = [ptr];
        var forward = plain.AddressFamily == AddressFamily.InterNetwork ? RecordType.A : RecordType.Aaaa;
        foreach (var name in ptr.Records.Where(name => DomainName.TryParse(name, out _)).Take(MostNames))
        {
            answers.Add(await resolver.RecordAsync(name, forward, cancellationToken));
        }
        return answers;
    }
}
