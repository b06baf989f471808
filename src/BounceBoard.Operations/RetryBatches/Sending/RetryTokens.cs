using System.Security.Cryptography;
using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.RetryBatches;

namespace BounceBoard.Operations.RetryBatches.Sending;

/// <summary>
/// The tokens that name attempts to the outside. Their key is random and stands sealed in the database, so that tokens outlive restarts and are the same on
/// every node; Data Protection's own keys would change with time.
/// </summary>
internal sealed class RetryTokens(Database database, SendingSecretWriter secrets, SendingSecretSeal seal)
{
    private const int KeyBytes = 32;

    // VerpToken reads a local part; a bare token gets this one before it.
    private const string NoPrefix = "t";

    private byte[]? _key;

    /// <summary>The local part of an envelope sender.</summary>
    public async Task<string> LocalPartAsync(string prefix, TenantId tenant, long attempt, CancellationToken cancellationToken) =>
        VerpToken.LocalPart(prefix, tenant, attempt, await KeyAsync(cancellationToken));

    /// <summary>The token alone, for platforms that post outcomes back.</summary>
    public async Task<string> TokenAsync(TenantId tenant, long attempt, CancellationToken cancellationToken) =>
        (await LocalPartAsync(NoPrefix, tenant, attempt, cancellationToken))[(NoPrefix.Length + 1)..];

    /// <summary>The attempt that a token alone names.</summary>
    /// <returns>Null when it was not made here for this tenant.</returns>
    public Task<long?> ReadAsync(TenantId tenant, string token, CancellationToken cancellationToken) =>
        ReadLocalPartAsync(tenant, $"{NoPrefix}+{token}", cancellationToken);

    /// <summary>The attempt that the local part of an address names.</summary>
    /// <returns>Null when it was not made here for this tenant.</returns>
    public async Task<long?> ReadLocalPartAsync(TenantId tenant, string localPart, CancellationToken cancellationToken) =>
        // Asked inside transactions: where there is no key yet, there is no token either, and none is made.
        (_key ??= Open(await secrets.FindAsync(cancellationToken))) is { } key && VerpToken.TryRead(localPart, tenant, key, out var attempt) ? attempt : null;

    private async Task<byte[]> KeyAsync(CancellationToken cancellationToken)
    {
        if (_key is { } known)
        {
            return known;
        }
        var stored = await secrets.FindAsync(cancellationToken);
        if (Open(stored) is { } opened)
        {
            return _key = opened;
        }
        // The first of all, or the keys were lost with a restore: tokens of before prove nothing any more.
        var made = seal.Close(TenantId.Installation, 1, Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)));
        await database.WriteAsync(Turn.Open, transaction => secrets.KeepAsync(made, stored, transaction, cancellationToken), cancellationToken);
        return _key = Open(await secrets.FindAsync(cancellationToken))
            ?? throw new InvalidOperationException("The key of the tokens in envelope senders does not open with the installation's keys.");
    }

    private byte[]? Open(string? stored) => seal.Open(TenantId.Installation, 1, stored) is { } text ? Convert.FromBase64String(text) : null;
}
