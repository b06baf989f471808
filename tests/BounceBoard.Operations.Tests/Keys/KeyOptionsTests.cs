using BounceBoard.Operations.Keys;
using Xunit;

namespace BounceBoard.Operations.Tests.Keys;

/// <summary>A certificate that cannot be used is named with its key.</summary>
public sealed class KeyOptionsTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    [Fact]
    public void Check_NoCertificate_Passes() => Assert.True(new KeyOptionsCheck().Validate(null, new KeyOptions()).Succeeded);

    [Fact]
    public void Check_FileThatIsMissingOrNoCertificate_NamesEachKey()
    {
        File.WriteAllText(_file, "not a certificate");

        var result = new KeyOptionsCheck().Validate(null, new KeyOptions { CertificateFile = _file, FormerCertificateFile = "/nowhere/keys.p12" });

        var faults = result.Failures?.ToList() ?? [];
        Assert.Equal(2, faults.Count);
        Assert.StartsWith($"Keys:CertificateFile is '{_file}', which cannot be read", faults[0], StringComparison.Ordinal);
        Assert.StartsWith("Keys:FormerCertificateFile is '/nowhere/keys.p12'", faults[1], StringComparison.Ordinal);
    }

    public void Dispose() => File.Delete(_file);
}
