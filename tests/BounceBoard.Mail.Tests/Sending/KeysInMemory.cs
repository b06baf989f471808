using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;

namespace BounceBoard.Mail.Tests.Sending;

/// <summary>The public key that a verifier would find in DNS.</summary>
internal sealed class KeysInMemory(AsymmetricKeyParameter key) : IDkimPublicKeyLocator
{
    public AsymmetricKeyParameter LocatePublicKey(string methods, string domain, string selector, CancellationToken cancellationToken = default) => key;

    public Task<AsymmetricKeyParameter> LocatePublicKeyAsync(string methods, string domain, string selector, CancellationToken cancellationToken = default) =>
        Task.FromResult(key);
}
