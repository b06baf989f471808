using Microsoft.Extensions.Options;

namespace BounceBoard.Operations.Keys;

/// <summary>Says at the start which certificate cannot be used: with it missing, nobody's cookie could be read.</summary>
internal sealed class KeyOptionsCheck : IValidateOptions<KeyOptions>
{
    public ValidateOptionsResult Validate(string? name, KeyOptions options)
    {
        string?[] faults =
        [
            Problem(nameof(KeyOptions.CertificateFile), options.CertificateFile, options.CertificatePassword),
            Problem(nameof(KeyOptions.FormerCertificateFile), options.FormerCertificateFile, options.FormerCertificatePassword),
        ];
        var found = faults.OfType<string>().ToList();
        return found.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(found);
    }

    private static string? Problem(string key, string file, string password)
    {
        var read = KeyCertificate.Read(file, password);
        read.Certificate?.Dispose();
        return read.Problem is { } problem ? $"{KeyOptions.Section}:{key} {problem}" : null;
    }
}
