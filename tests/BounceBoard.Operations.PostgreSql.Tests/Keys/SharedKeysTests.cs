using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BounceBoard.Storage.Keys;
using BounceBoard.TestKit.Installations;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Xunit;

namespace BounceBoard.Operations.PostgreSql.Tests.Keys;

/// <summary>One key ring for all nodes, whenever they start; shut by a certificate if there is one.</summary>
public sealed class SharedKeysTests : IAsyncLifetime
{
    private const string Purpose = "test";
    private readonly TestInstallation _house = new();

    public ValueTask InitializeAsync()
    {
        _ = _house.Database;
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task Nodes_StartingAtOnce_UseOneKey()
    {
        var nodes = Enumerable.Range(0, 4).Select(_ => new Node(_house)).ToList();
        try
        {
            using var start = new Barrier(nodes.Count);
            var secrets = await Task.WhenAll(nodes.Select(node => Task.Factory.StartNew(
                () =>
                {
                    var protector = node.Get<IDataProtectionProvider>().CreateProtector(Purpose);
                    start.SignalAndWait();
                    return protector.Protect("secret");
                },
                TaskCreationOptions.LongRunning)));

            Assert.Single(_house.Get<KeyTable>().List());
            foreach (var node in nodes)
            {
                Assert.All(secrets, secret => Assert.Equal("secret", Open(node, secret)));
            }
        }
        finally
        {
            foreach (var node in nodes)
            {
                await node.DisposeAsync();
            }
        }
    }

    [Fact]
    public async Task Revocation_BesideAnothersKey_IsStored()
    {
        await using var a = new Node(_house);
        await using var b = new Node(_house);
        var secret = Shut(a);
        Assert.Equal("secret", Open(b, secret));
        a.Get<IKeyManager>().CreateNewKey(DateTimeOffset.UtcNow.AddDays(1), DateTimeOffset.UtcNow.AddDays(90));

        b.Get<IKeyManager>().RevokeAllKeys(DateTimeOffset.UtcNow.AddDays(2), "lost");

        Assert.Equal(3, _house.Get<KeyTable>().List().Count);
        await using var later = new Node(_house);
        Assert.Throws<CryptographicException>(() => Open(later, secret));
    }

    [Fact]
    public async Task Certificate_Given_ShutsTheKeysInTheTable()
    {
        var (file, former) = (NewCertificate("keys.p12"), NewCertificate("newer.p12"));
        await using var a = new Node(_house, ("Keys:CertificateFile", file), ("Keys:CertificatePassword", "pass"));
        await using var b = new Node(_house, ("Keys:CertificateFile", file), ("Keys:CertificatePassword", "pass"));
        await using var renewed = new Node(
            _house, ("Keys:CertificateFile", former), ("Keys:CertificatePassword", "pass"),
            ("Keys:FormerCertificateFile", file), ("Keys:FormerCertificatePassword", "pass"));
        await using var without = new Node(_house);
        var secret = Shut(a);

        var key = Assert.Single(_house.Get<KeyTable>().List()).Xml;

        Assert.DoesNotContain("<masterKey", key, StringComparison.Ordinal);
        Assert.Contains("EncryptedData", key, StringComparison.Ordinal);
        Assert.Equal("secret", Open(b, secret));
        Assert.Equal("secret", Open(renewed, secret));
        Assert.Throws<CryptographicException>(() => Open(without, secret));
    }

    private string NewCertificate(string name)
    {
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest("CN=BounceBoard keys", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        // Ended already: nobody looks at it.
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-9), DateTimeOffset.UtcNow.AddDays(-1));
        var file = Path.Combine(_house.Folder, name);
        File.WriteAllBytes(file, certificate.Export(X509ContentType.Pkcs12, "pass"));
        return file;
    }

    private static string Shut(Node node) => node.Get<IDataProtectionProvider>().CreateProtector(Purpose).Protect("secret");

    private static string Open(Node node, string secret) => node.Get<IDataProtectionProvider>().CreateProtector(Purpose).Unprotect(secret);
}
