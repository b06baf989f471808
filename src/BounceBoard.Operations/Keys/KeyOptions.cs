namespace BounceBoard.Operations.Keys;

/// <summary>How the keys that sign cookies are kept; section <c>Keys</c>.</summary>
public sealed class KeyOptions
{
    public const string Section = "Keys";

    /// <summary>PKCS#12 file whose certificate encrypts new keys and decrypts those in use; empty: keys stand as they are.</summary>
    public string CertificateFile { get; set; } = "";

    public string CertificatePassword { get; set; } = "";

    /// <summary>The certificate before this one: keys that it encrypted can still be read; empty: there was none.</summary>
    public string FormerCertificateFile { get; set; } = "";

    public string FormerCertificatePassword { get; set; } = "";
}
