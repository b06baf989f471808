using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains.Health;

namespace BounceBoard.Mail.Domains.MailHosts;

/// <summary>
/// Looks at a mail server from outside: greeting, EHLO, STARTTLS, certificate, QUIT. Senders and recipients are named only where a
/// <see cref="MailTrial"/> says so, in the same connection, and mail is never sent. Whether the address may be connected to at all is the caller's question.
/// </summary>
public sealed class MailHostProbe(MailProbeSettings settings, TimeProvider time)
{
    private static readonly TimeSpan Memory = TimeSpan.FromDays(1);

    // When somebody last took a connection, IPv4 and IPv6, in UTC ticks: without it, silence may be the fault of this machine's network.
    private long _lastOver4;
    private long _lastOver6;

    /// <param name="trial">Null: nobody is named.</param>
    /// <returns>What was found; a failure is a state of it.</returns>
    /// <exception cref="OperationCanceledException">Only for <paramref name="cancellationToken"/>.</exception>
    public async Task<MailHostFact> ProbeAsync(DomainName host, IPAddress address, MailTrial? trial, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(settings.Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        await using var session = new ProbeSession(host, address, settings, time);
        try
        {
            await session.RunAsync(either.Token);
        }
        catch (Exception fault) when (fault is IOException or SocketException or AuthenticationException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Remember(session);
            return session.IsConnected ? Broken(session.Fact, fault) : NotConnected(session.Fact, fault);
        }
        Remember(session);
        await session.FinishAsync(trial, cancellationToken);
        return session.Fact;
    }

    /// <inheritdoc cref="ProbeAsync(DomainName, IPAddress, MailTrial?, CancellationToken)"/>
    public Task<MailHostFact> ProbeAsync(DomainName host, IPAddress address, CancellationToken cancellationToken) => ProbeAsync(host, address, null, cancellationToken);

    private MailHostFact Broken(MailHostFact fact, Exception fault) => fact with
    {
        Problem = (fault, fact.State) switch
        {
            (OperationCanceledException, MailHostState.TlsFailed) => $"The TLS handshake did not end within {settings.Patience.TotalSeconds:0} seconds.",
            (OperationCanceledException, _) => $"The server took the connection and gave no {(fact.GreetingAfter is null ? "greeting" : "answer to EHLO")} within {settings.Patience.TotalSeconds:0} seconds.",
            (_, MailHostState.TlsFailed) => $"The TLS handshake failed: {fault.GetBaseException().Message}",
            _ => fault.Message,
        },
    };

    private MailHostFact NotConnected(MailHostFact fact, Exception fault) => (fault as SocketException)?.SocketErrorCode switch
    {
        SocketError.ConnectionRefused => fact with { Problem = $"Nobody listens at port {settings.Port} of {fact.Address}." },
        SocketError.NetworkUnreachable or SocketError.NetworkDown or SocketError.AddressFamilyNotSupported or SocketError.AccessDenied =>
            fact with { State = MailHostState.NotTried, Problem = $"This machine has no way to {fact.Address}: {fault.Message}." },
        _ when HasReached(fact.Address) => fact with { Problem = $"No connection to port {settings.Port} of {fact.Address} came about within {settings.Patience.TotalSeconds:0} seconds." },
        // Many networks let nobody out to port 25 but their own mail servers.
        _ => fact with
        {
            State = MailHostState.NotTried,
            Problem = $"No connection to port {settings.Port} came about, here or to any other mail server of late: it may be shut for outgoing mail of this machine.",
        },
    };

    private void Remember(ProbeSession session)
    {
        if (session.IsConnected)
        {
            Interlocked.Exchange(ref Last(session.Fact.Address), time.GetUtcNow().UtcTicks);
        }
    }

    private bool HasReached(IPAddress address) => time.GetUtcNow().UtcTicks - Interlocked.Read(ref Last(address)) < Memory.Ticks;

    private ref long Last(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            return ref _lastOver6;
        }
        return ref _lastOver4;
    }
}
