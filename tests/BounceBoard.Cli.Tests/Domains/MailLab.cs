using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BounceBoard.Operations.Tests.Domains.Exams;
using BounceBoard.TestKit.Certificates;
using BounceBoard.TestKit.Dns;
using BounceBoard.TestKit.Smtp;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace BounceBoard.Cli.Tests.Domains;

/// <summary>
/// A small Internet on loopback: NSD with signed zones, Unbound that validates them, Postfix with a certificate as their MX, and a web
/// server for their MTA-STS policy. Three domains: one in order, one with five faults, one whose signatures have run out.
/// </summary>
public sealed class MailLab : IAsyncLifetime
{
    public static readonly string? Missing = NsdServer.Missing ?? SignedZone.Missing ?? UnboundServer.Missing ?? PostfixServer.Missing;

    private const string Policy = "version: STSv1\r\nmode: enforce\r\nmx: mx.acme.test\r\nmax_age: 604800\r\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bounceboard-lab-");
    private readonly TestAuthority _authority = new();
    private NsdServer? _names;
    private UnboundServer? _resolver;
    private PostfixServer? _mail;
    private PolicyServer? _policies;

    /// <summary>What the operator of such a network sets, as environment of the command.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Dns__AuthoritativePort"] = Text(_names?.Port),
        ["Dns__ValidatingResolver"] = Resolver,
        ["Dns__Blocklists"] = "none",
        ["Dns__QueriesPerSecond"] = "10000",
        ["Probes__Port"] = Text(_mail?.Port),
        ["Probes__PolicyPort"] = Text(_policies?.Port),
        ["Probes__PrivateNetworks__0"] = "127.0.0.0/8",
        ["Probes__RootsFile"] = _authority.RootFile,
    };

    public string Resolver => $"{_resolver?.Endpoint}";

    public async ValueTask InitializeAsync()
    {
        if (Missing is not null)
        {
            return;
        }
        var certificate = _authority.IssueFile(null, "mx.acme.test", "mx.faulty.test", "mx.expired.test");
        var key = KeyOf(certificate);
        SignedZone[] zones = [
            await SignedZone.SignAsync(_folder, "acme.test", false, CancellationToken.None, LabZones.InOrder("acme.test", key)),
            await SignedZone.SignAsync(_folder, "faulty.test", false, CancellationToken.None, LabZones.WithFiveFaults("faulty.test")),
            await SignedZone.SignAsync(_folder, "expired.test", true, CancellationToken.None, LabZones.InOrder("expired.test", key)),
        ];
        _names = await NsdServer.StartAsync([], zones, CancellationToken.None);
        _resolver = await UnboundServer.StartAsync(_names.Port, zones, CancellationToken.None);
        _mail = await PostfixServer.StartAsync(new PostfixSetup { Domain = "acme.test", CertificateFile = certificate }, CancellationToken.None);
        _policies = await PolicyServer.StartAsync(_authority.Issue(null, "mta-sts.acme.test", "mta-sts.faulty.test"), context =>
        {
            context.Response.ContentType = "text/plain";
            return context.Response.WriteAsync(Policy);
        });
    }

    public async ValueTask DisposeAsync()
    {
        await (_policies?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_mail?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_resolver?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_names?.DisposeAsync() ?? ValueTask.CompletedTask);
        _authority.Dispose();
        _folder.Delete(recursive: true);
    }

    // What a TLSA record of the form "3 1 1" holds (RFC 6698 §2.1).
    private static string KeyOf(string file)
    {
        using var certificate = X509Certificate2.CreateFromPem(File.ReadAllText(file));
        return Convert.ToHexString(SHA256.HashData(certificate.PublicKey.ExportSubjectPublicKeyInfo()));
    }

    private static string Text(int? port) => (port ?? 0).ToString(CultureInfo.InvariantCulture);
}
