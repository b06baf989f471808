using System.Net;
using BounceBoard.Mail.Domains.MailHosts;
using Microsoft.Extensions.Options;

namespace BounceBoard.Operations.Domains.Exams;

/// <summary>Names every fault of the section <c>Probes</c> at once, each by its full key.</summary>
internal sealed class ProbeOptionsCheck : IValidateOptions<ProbeOptions>
{
    public ValidateOptionsResult Validate(string? name, ProbeOptions options)
    {
        string?[] found =
        [
            PortFault("Port", options.Port),
            PortFault("PolicyPort", options.PolicyPort),
            RootsFault(options.RootsFile),
            ListFault(options.RdapBootstrap),
            .. options.PrivateNetworks.Select((text, index) => IPNetwork.TryParse(text, out _)
                ? null
                : $"Probes:PrivateNetworks:{index} is '{text}', which is no network. Write one like 10.0.0.0/8 or fd00::/8."),
        ];
        var faults = found.OfType<string>().ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static string? PortFault(string key, int port) =>
        port is > 0 and <= IPEndPoint.MaxPort ? null : $"Probes:{key} is {port}. Allowed are 1 to {IPEndPoint.MaxPort}.";

    private static string? ListFault(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var list) && list.Scheme == Uri.UriSchemeHttps && list.IsDefaultPort
            ? null : $"Probes:RdapBootstrap is '{address}', which is no https address on port 443.";

    private static string? RootsFault(string file)
    {
        try
        {
            CertificateTrust.With(file);
            return null;
        }
        catch (FormatException fault)
        {
            return $"Probes:RootsFile: {fault.Message}";
        }
    }
}
