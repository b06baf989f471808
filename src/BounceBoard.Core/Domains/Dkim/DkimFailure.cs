namespace BounceBoard.Core.Domains.Dkim;

/// <summary>Why a signature does not pass (RFC 6376 §6.1, RFC 8301 §3, RFC 8463 §3).</summary>
public enum DkimFailure
{
    /// <summary>It passes.</summary>
    Nothing,

    /// <summary>The field is no signature that can be read.</summary>
    Syntax,

    /// <summary>Another version than 1, or none: signers of drafts before the standard.</summary>
    Version,
    UnknownAlgorithm,

    /// <summary>SHA-1 has failed for good, whatever the mathematics say (RFC 8301 §3.1).</summary>
    Sha1,

    /// <summary>The key is not to be found by a TXT record.</summary>
    QueryMethod,
    FromNotSigned,

    /// <summary><c>i=</c> is neither <c>d=</c> nor below it; with <c>t=s</c> in the key, not the same.</summary>
    DomainMismatch,
    Expired,

    /// <summary>Signed at a time that has not come yet.</summary>
    InFuture,
    NoKey,
    Revoked,
    KeySyntax,

    /// <summary>An RSA key below 1024 bits (RFC 8301 §3.2).</summary>
    KeyTooShort,

    /// <summary>The key is of another type than the signature.</summary>
    KeyType,

    /// <summary>The key's <c>h=</c> leaves SHA-256 out.</summary>
    KeyHash,

    /// <summary>The key's <c>s=</c> leaves mail out.</summary>
    KeyService,

    /// <summary>The text was changed after it was signed, or the signer counted other octets.</summary>
    BodyHash,

    /// <summary>A signed header field was changed, or the key is not the one that signed.</summary>
    HeaderSignature,

    /// <summary>DNS gave no answer: it may work later.</summary>
    DnsFailure,

    /// <summary>DNS was not asked for the key yet.</summary>
    NotAsked,

    /// <summary>So many signatures that the rest was not looked at (RFC 6376 §8.4).</summary>
    TooMany,
}
